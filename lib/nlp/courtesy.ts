import { trimSigns } from './fold';

/**
 * Whole statements that only greet, thank or take leave, in English, French, German and Spanish; matched on folded text
 * without the signs at its edges. A name or two may follow a greeting.
 */
const GREETING =
  /^(?:hi|hello|hey|dear|good (?:morning|afternoon|evening|day)|bonjour|bonsoir|salut|cher|chere|chers|guten (?:tag|morgen|abend)|hallo|liebe[rs]?|moin|servus|sehr geehrte[rn]?|hola|buen(?:os|as) (?:dias|tardes|noches)|buenas|estimad[oa]s?)(?:[ ,]+[^\s,]+){0,3}$/u;

const LEAVE_WORDS =
  '(?:(?:best|kind|warm|many)(?: regards| wishes)?|regards|rgds|cheers|sincerely|yours(?: sincerely| truly)?|br|(?:many )?thanks(?: (?:a lot|again|in advance|so much|all|everyone|team))?|thank you(?: (?:very much|so much|again|in advance|all))?|thx|ty|' +
  "(?:bien )?cordialement|bien a vous|bonne journee|merci(?: (?:beaucoup|d'avance|encore|a vous))?|a bientot|" +
  '(?:mit )?(?:freundliche[nm]? |viele |liebe |beste |schone )?gru(?:ss|sse|ssen)|mfg|lg|vg|danke(?: schon| im voraus)?|vielen dank|besten dank|' +
  '(?:un )?(?:cordial )?saludos?(?: cordiales)?|(?:muchas )?gracias(?: de antemano)?|atentamente)';
const LEAVE = new RegExp(`^${LEAVE_WORDS}(?:[ ,]+(?:and|und|et|y)?[ ,]*${LEAVE_WORDS})?$`, 'u');

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
  return isShort(folded) && GREETING.test(trimSigns(folded)) && !/[.?!].*\p{L}/u.test(folded);
}

/** Whether a folded statement only thanks or takes leave: "Best regards,", "Danke und Gruß". */
export function isLeaveTaking(folded: string): boolean {
  return isShort(folded) && LEAVE.test(trimSigns(folded).replace(/\s+/g, ' '));
}

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
export const OPENING_ADDRESS = /^\s*(?:hi|hello|hey|dear|hallo|hola|bonjour|salut|moin)\s+\p{L}+\s*[,!:]/iu;
