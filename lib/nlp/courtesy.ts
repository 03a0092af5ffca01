import { trimSigns } from './fold';
import { hasOpinionWord } from './opinion-words';
import { classifyName, foldName, isSurname } from './redaction/name-lists';

// Whole statements that only greet, thank or take leave, in English, French, German, Spanish, Italian and Portuguese; matched on
// folded text.

const GREETING_WORDS =
  'hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|greetings|bonjour|bonsoir|salut|guten (?:tag|morgen|abend)|hallo|moin|servus|sehr geehrte[rn]?|hola|buen(?:os|as) (?:dias|tardes|noches)|estimad[oa]s?|ciao|buongiorno|buonasera|salve|ola|bom dia|boa (?:tarde|noite)|prezad[oa]s?';
const ADDRESSEES =
  "\\[[a-z_ -]+\\]|team|all|everyone|everybody|there|folks|guys|support(?: team)?|customer (?:service|care|support)|sirs?(?: (?:or|and) madams?)?|madam|friends?|colleagues|a (?:tous|toutes|toute l'equipe)|l'equipe|monsieur|madame|zusammen|liebes team|damen und herren|frau|herr|leute|a tod[oa]s|equipo|senor(?:a|es)?|clientes?|a tutti|signor[ei]?|signora|a todos|equipe|senhor(?:a|es)?|pessoal";
/** Words that also say "expensive", "kind" or "good": they greet only before a name and a comma. */
const DOUBTFUL_WORDS = 'liebe[rs]?|cher(?:e|s|es)?|car[aio]|gentil[ei]';
/**
 * Alone, to someone whom one writes to, to one name, or to up to three words that a comma ends. Who or what a name or words stand
 * for is looked at apart: "Hello awful" greets nobody.
 */
const GREETING = new RegExp(
  `^(?:${GREETING_WORDS})(?:(?:[ ,]+(?:${ADDRESSEES})){0,3}|[ ,]+([^\\s,]+)|((?: [^\\s,]+){1,3}),)$|^buenas$|^(?:${DOUBTFUL_WORDS}) ([^\\s,]+(?: [^\\s,]+)?),$`,
  'u',
);

const THANKS =
  '(?:many )?thanks(?: (?:a lot|again|in advance|so much|all|everyone|team))?|thank you(?: (?:very much|so much|again|in advance|all))?|thx|ty|' +
  "merci(?: (?:beaucoup|d'avance|encore|a vous))?|danke(?: schon| im voraus)?|vielen dank|besten dank|" +
  '(?:muchas |mil )?gracias(?: de antemano| por todo)?|grazie(?: mille| tante| in anticipo| a tutti)?|(?:muito )?obrigad[oa]s?(?: a todos| desde ja)?';
const FAREWELLS =
  '(?:best|kind|warm|many) (?:regards|wishes)|regards|rgds|cheers|sincerely|yours(?: sincerely| truly)?|br|(?:bye ?){1,2}|good ?bye|see you(?: (?:soon|then|later))?|au revoir|tschuss|auf wiedersehen|adios|hasta (?:luego|pronto)|arrivederci|tchau|ate (?:logo|breve)|' +
  '(?:bien )?cordialement|bien a vous|bonne journee|a bientot|' +
  '(?:mit )?(?:freundliche[nm]? |viele |liebe |beste |schone )?gru(?:ss|sse|ssen)|mfg|lg|vg|' +
  '(?:un )?(?:cordial )?saludos?(?: cordiales)?|atentamente|(?:cordiali |distinti )?saluti|cordialmente|' +
  '(?:com os melhores )?cumprimentos|abracos?|atenciosamente|att';
const LEAVE_WORDS = `(?:${THANKS}|${FAREWELLS})`;
const LEAVE = new RegExp(`^${LEAVE_WORDS}(?:[ ,]+(?:and|und|et|y)?[ ,]*${LEAVE_WORDS})?$`, 'u');
const THANKS_WORD = new RegExp(`(?<!\\p{L})(?:${THANKS})(?!\\p{L})`, 'u');

/** "Best" and "Kind" alone are praise; before a comma, the end of a letter. */
const BARE_LEAVE = /^\s*(?:best|kind|warm),\s*$/u;

/**
 * Statements that only announce another one: "Update from our side.", "Just following up on this:". What they announce
 * follows, or it was said before.
 */
const ANNOUNCEMENT =
  /^(?:(?:a|an|just|only|just a|here is an?|here's an?) )?(?:(?:(?:quick|short|small|brief|little|further|another) )?(?:update|follow[- ]?up|note)|following up|checking in|bumping|pushing(?: this)? up)(?: (?:from|on) (?:our|my) (?:side|end)| (?:on|about|to|with)? ?(?:this|that|it|the above|you))?$|^(?:petite |breve )?mise a jour(?: de (?:notre|mon) cote)?$|^(?:(?:ein )?(?:kurzes|kleines) )?update(?: (?:von uns|unsererseits|meinerseits|von unserer seite))?$|^(?:(?:una )?(?:breve |pequena )?)actualizacion(?: (?:de|por) nuestra parte)?$/u;

/** Beyond this a statement says more than a courtesy. */
const LONGEST_COURTESY = 40;
const LONGEST_SIGNATURE_WORDS = 4;

function isShort(folded: string): boolean {
  return folded.length <= LONGEST_COURTESY;
}

/** Whether a folded statement is only a greeting: "Hi team,". */
export function isGreeting(folded: string): boolean {
  if (!isShort(folded)) return false;
  const bare = trimSigns(folded);
  return greets(bare) || (/,\s*$/.test(folded) && greets(`${bare},`));
}

function greets(folded: string): boolean {
  const match = GREETING.exec(folded);
  if (!match) return false;
  const [, name, addressed, dear] = match;
  return (name === undefined || isName(name)) && (addressed ?? dear ?? '').split(' ').every(canBeAddressed);
}

/** A word before a comma: a name, though nobody knows it, but not one of praise or blame. */
const canBeAddressed = (word: string): boolean =>
  !hasOpinionWord(word) || word.startsWith('[') || classifyName(foldName(word)) !== null;

/** Without a comma it must be known as a name, and where it is a word as well ("Joy") none of praise or blame. */
function isName(word: string): boolean {
  if (word.startsWith('[')) return true;
  const name = foldName(word);
  const nameClass = classifyName(name);
  return nameClass === 'given' || ((nameClass !== null || isSurname(name)) && !hasOpinionWord(word));
}

/** Whether a folded statement only thanks or takes leave: "Best regards,", "Danke und Gruß". */
export function isLeaveTaking(folded: string): boolean {
  return isShort(folded) && (LEAVE.test(trimSigns(folded).replace(/\s+/g, ' ')) || BARE_LEAVE.test(folded));
}

/** Whether a folded statement only thanks, or thanks and takes leave: alone, that is a little praise. */
export const isThanks = (folded: string): boolean => isLeaveTaking(folded) && THANKS_WORD.test(folded);

/** Whether a folded statement only announces another one: "Update from our side." */
export function isAnnouncement(folded: string): boolean {
  return isShort(folded) && ANNOUNCEMENT.test(trimSigns(folded).replace(/\s+/g, ' '));
}

/** Whether a statement that follows a leave-taking can be a line of a signature: a few words that end without a stop. */
export function looksLikeSignature(text: string): boolean {
  const trimmed = text.trim();
  return (
    isShort(trimmed) && !/[.!?]$/.test(trimmed) && trimmed.split(/\s+/).length <= LONGEST_SIGNATURE_WORDS
  );
}

/** The address a statement opens with: "Hi Rob, it works again" speaks of what works, not of Rob. */
export const OPENING_ADDRESS = /^\s*(?:hi|hello|hey|dear|hallo|hola|bonjour|salut|moin)\s+(\p{L}+)\s*[,!:]/iu;

/** A folded statement without the address that it opens with, where that is one: "Hello awful, ok" greets nobody. */
export const dropAddress = (folded: string): string =>
  folded.replace(OPENING_ADDRESS, (address, name: string) => (canBeAddressed(name) ? '' : address));
