import { dropAddress, isGreeting, isLeaveTaking } from './courtesy';
import { trimSigns } from './fold';
import { hasOpinionWord } from './opinion-words';

// Whole statements about the handling of a case and not its subject: "Hm, that was not it!", "Any news on this?", "Screenshot
// attached", "My username is [email], in case you need it". What the case is about stands elsewhere. In English, French, German, Spanish,
// Italian and Portuguese; matched clause by clause on folded text. Who reports that nobody answers, or for the tenth time, says
// something of the support and is not meant.

const THIS = '(?:it|that|this|the (?:issue|problem|case|ticket|above))';
const WHEN =
  '(?:(?:by|before|until|till|on|this|next|since|as of)? ?(?:today|tomorrow|yesterday|now|yet|again|soon|please|already|asap|monday|tuesday|wednesday|thursday|friday|saturday|sunday|week|morning|afternoon|month|at the latest))';
/** What redaction leaves of an address or a number. */
const PLACE = '\\[(?:email|phone|number|id|url)\\]';
/** Says what became of it, and with it how somebody feels, naming nothing: open still, closed, no better. */
const OUTCOME =
  `(?:still )?not (?:yet )?(?:solved|fixed|resolved|sorted)(?: yet)?|${THIS}(?: is|'s| was|s)(?: still)? not (?:it|yet )?(?:solved|fixed|resolved|sorted)?(?: yet)?|still the (?:same|case)|(?:${THIS}(?: is|'s) )?still open` +
  `|(?:${THIS} )?(?:is |'s |was )?(?:working|ok|fine|back|happening) (?:now|again|(?:yesterday|today))?(?: ?since ${WHEN}(?: ${WHEN})?)?|(?:it )?looks good(?: (?:now|on our side|here|to us))?|working since ${WHEN}(?: ${WHEN})?|${THIS} (?:worked|did the trick|did it|helped)` +
  "|no (?:luck|change|difference|success|effect)|(?:it |that )?(?:didn'?t|did not|doesn'?t|does not) help|nothing changed|same (?:result|thing|here)";
/** What was done about it. */
const DONE =
  "(?:i |we )?(?:have |'ve |just )?(?:tried|did|done|tested|followed) (?:that|this|it|all of (?:that|it)|what you (?:said|suggested|asked|wrote)|your (?:steps|suggestions?))(?: too| already| again)?|as in my first (?:mail|message)|and";
/** Asks how far a case is. */
const CHASE =
  `(?:is there )?any(?: more| further)? (?:news|update|updates|progress)(?: (?:on|about|regarding|from) (?:this|that|it|my (?:case|ticket)|you|your (?:side|end)))?(?: here)?(?: ${WHEN})*|(?:what(?:'?s| is) the status|where do we stand|how do we proceed|what(?:'?s| are)? (?:the )?next steps?|what happens next)(?: (?:here|now|on this))*` +
  `|(?:when|how soon) (?:will|can|should) (?:${THIS}|we|i)(?: expect (?:this|it|an answer|a fix|a reply|an update))?(?: (?:to )?be (?:solved|fixed|resolved|done))?` +
  `|(?:can|could) (?:somebody|someone|anybody|anyone|you)(?: please)? (?:please )?(?:check|look into (?:it|this)|have a look|take a look|help)(?: (?:at )?(?:this|it|that))?(?: ${WHEN})*|please (?:advise|check|help|look into (?:this|it)|have a look|confirm)(?: (?:on )?(?:this|it))?(?: ${WHEN})*` +
  `|(?:i'm |we're |i am |we are )?(?:looking forward to|curious to (?:hear|read|see)|awaiting)(?: (?:your|an|a|the|hearing))? ?(?:answer|reply|response|feedback|from you|update|solution)?(?: ${WHEN})*` +
  '|(?:please )?(?:keep|leave) (?:this|it|the (?:ticket|case)) open|(?:bumping|pushing)(?: this)?(?: up)?';
/** Asks it of somebody who does not answer, or asks again. */
const IMPATIENCE =
  `any idea what(?:'?s| is) (?:going on|happening|wrong)|is (?:anybody|anyone|somebody|someone) (?:there|still there|listening)|(?:is )?(?:still )?waiting|anyone|anybody(?: there)?` +
  `|(?:i|we) (?:really )?need (?:an? )?(?:answer|solution|reply|response|update|fix|date)(?: ${WHEN})*|(?:i'm |we're |am |i am |we are )?(?:waiting for|hoping for)(?: (?:your|an|a|the|hearing))? ?(?:answer|reply|response|feedback|from you|update|solution)?(?: ${WHEN})*` +
  "|(?:please )?(?:don'?t|do not|never) close (?:this|it|the (?:ticket|case))(?: yet)?|(?:i (?:have|need|had) to )?(?:reopen|reopening|re-open|re-opening|escalate|escalating) (?:this|it|the (?:ticket|case))|hope (?:somebody|someone|anybody|anyone) reads this";
/** Hands something over, or says where and when. */
const ATTACHMENT =
  '(?:an? |the |my |some )?(?:screenshots?|screen ?shots?|screen recordings?|recordings?|logs?|log files?|files?|pictures?|videos?|photos?|traces?|details|invoice)';
const HAND_OVER =
  `${ATTACHMENT} (?:is |are |was )?(?:attached|enclosed|below|above|follows?)(?: (?:you asked for|here|below))?|(?:i'?ve |i have |i |we have |we've )?(?:attached|attached (?:is|are)|enclosed(?: is)?|here (?:is|are)|see) ${ATTACHMENT}(?: (?:you asked for|attached|below))?|(?:please )?(?:see|find) (?:the )?(?:attached|attachment|${ATTACHMENT})(?: ${ATTACHMENT})?|(?:we can do|(?:(?:i'm|we're|i am|we are) )?(?:more than )?(?:happy|glad|willing) to (?:do|have|jump on|hop on|get on|join)) a (?:quick |short )?(?:screen share|call|chat|zoom)(?: (?:if (?:you like|(?:it|that) helps|needed|you want)|about (?:it|this)|any ?time|${WHEN}))*` +
  `|(?:my |the |our )?(?:username|user name|login|user id|user|e-?mail(?: address)?|phone(?: number)?|mobile|number|ticket(?: number| id)?|case(?: number| id)?|order(?: number| id)?|reference(?: number)?|account(?: number| id)?) (?:is|:|was) [^ ]*[\\d\\[].{0,24}|(?:my name|(?:our |the )?workspace) (?:is|:) (?<named>.{1,40})|(?:reach|call|ring|phone|contact|text|write to|e?-?mail) (?:me|us|him|her)?(?: (?:back|at|on|under|via))* ?${PLACE}.{0,12}` +
  `|(?:please )?(?:reply|write|answer|respond|send (?:it|them|this|the (?:[a-z]+ ){1,2}))(?:to|at| to| at) ${PLACE}.{0,24}|(?:please )?(?:also )?(?:copy|cc|add|include) ${PLACE}(?: (?:on|to|in) (?:your|this|the) (?:reply|thread|mail))?|(?:tel|phone|mobile)\\.? ${PLACE}.{0,12}|in case you need it|(?:mornings|afternoons|evenings) are best|any ?time|you have my permission to look(?: inside)?|please log in and (?:see|look|check)` +
  `|${THIS} (?:was|happened|happens|occurred|started) (?:at |about |around )*(?:\\d{1,2}[:.]\\d\\d|\\d{1,2} ?[ap]m)(?: ${WHEN}| our time)*|(?:at |about |around )+(?:\\d{1,2}[:.]\\d\\d|\\d{1,2} ?[ap]m)(?: ${WHEN}| our time)*|${THIS} (?:happens|happened) (?:for|to) (?:all|everyone|everybody|only me|all users|(?:two|three|some|other) (?:colleagues|users|of us))(?: as well| too)?|${THIS} (?:happens|happened) only for me|(?:(?:we|i)(?:'re| are|'m| am) (?:on|using) )?(?:${'(?:the )?(?:latest )?(?:chrome|firefox|safari|edge|opera|brave|vivaldi|windows|macos|mac|linux|android|ios|iphone|ipad)(?: \\d+)?(?:(?: and|,) )?'}){1,3}|latest version|(?:steps(?: to reproduce)?|to reproduce)`;
/** Speaks of the score that was given, not of what for. */
const SCORE =
  "i (?:usually|normally|always) g[ai]ve you a (?:higher|better|lower|worse) (?:score|rating|mark)|(?:it'?s|that'?s|this is|it is|that is) (?:why|the (?:main |only |sole )?reason)(?: why)? i(?:'m| am|'ve)? (?:not )?(?:gave|give|given|giving|rate|rated) (?:you )?(?:it )?(?:an? )?(?:\\d+|(?:higher|lower|better|worse|low|good|high) (?:score|rating|mark))";
/** The beginning and the end of a call. */
const CALL =
  "(?:yes )?i can hear you(?: (?:fine|well|now))*|can you hear me|(?:i'm |we're |i am |we are )?(?:doing well|doing fine)|(?:a )?bit of a busy week|(?:i'm )?just back from leave|sorry i'm late|it's just me today|.{1,20} may join later|that'?s (?:it|all)(?: from (?:me|us|my side|our side))?|(?:that'?s|yes that'?s) the one|(?:please )?send me the notes(?: please)?|looking forward to it|(?:yes|no|correct|exactly|nope|confirmed|understood|sorry|hm+|i can confirm|ok|okay|alright|all right|update)";
/** Says how what follows or went before is meant. */
const ASIDE =
  "(?:(?:it'?s|this is) )?(?:not (?:so |very |that )?(?:urgent|critical|pressing)|no (?:rush|hurry|urgency)|nothing urgent)(?: at all)?|(?:no rush )?whenever you (?:have (?:time|a (?:minute|moment))|can)|just (?:asking|wondering)|i(?:'ll| will|ll) be (?:direct|blunt|honest|frank|brief)|thanks for any (?:pointers?|hints?|help)";
/** Courtesies that are more than that: they say how the other did. */
const THANKS =
  "(?:i'm |we're |i am |we are )?(?:good|fine)|thanks for (?:setting this up|looking|the (?:quick|honest|fast|prompt) (?:reply|answer|response)|your (?:time|help|reply|answer))|good to know|much appreciated";

const FRENCH =
  "(?:auriez-vous|avez-vous|y a-t-il) (?:des|du) (?:nouvelles?|nouveau)|des nouvelles|(?:du |quoi de )?nouveau|(?:je vous joins|ci-joint|vous trouverez ci-joint) (?:une |la |le |les |des )?(?:captures?(?: d'ecran)?|fichiers?|logs?)|capture(?: d'ecran)? (?:jointe|ci-jointe|en piece jointe)|merci de (?:corriger|regarder|verifier|me repondre|faire le necessaire)(?: ca| cela)?|(?:deja )?(?:essaye|teste|fait)|(?:(?:ce n'est |c'est )?pas (?:du tout |tres |si )?|rien d')urgent|rien ne presse|(?:ca |cela )?ne presse pas|(?:sans|aucune) urgence|je reste en attente|dans l'attente de votre (?:retour|reponse)|en attente de votre retour|entendu|d'accord";
const FRENCH_OUTCOME =
  'sans succes|toujours (?:pareil|la meme chose|rien)(?: de notre cote)?|toujours pas (?:resolu|regle)|on attend';
const GERMAN =
  'gibt es (?:schon |denn )?(?:etwas neues|neuigkeiten|einen? (?:neuen )?stand|ein update|was neues)|(?:screenshot|log|datei|bildschirmfoto)s? (?:anbei|im anhang|angehangt|hangt an)|anbei (?:der|die|das|ein|eine|einen) (?:screenshot|log|datei|bild)|(?:haben wir |habe ich |schon |bereits )+(?:probiert|versucht|getestet)|wir warten(?: ab)?|alles klar|(?:ist |es ist |das ist )?nicht (?:so |sehr )?(?:dringend|eilig)|eilt nicht|(?:es |das )?eilt (?:uberhaupt )?nicht|(?:hat )?keine eile|(?:ich )?warte auf (?:antwort|ruckmeldung)';
const GERMAN_OUTCOME =
  'bitte (?:dringend |endlich |schnell |umgehend )*(?:beheben|prufen|um ruckmeldung|melden|korrigieren|losen)|ohne erfolg|(?:das )?problem besteht (?:weiter|weiterhin|immer noch)|immer noch (?:offen|nicht gelost|nicht behoben|dasselbe)|noch nicht (?:gelost|behoben)|hat geklappt';
const SPANISH =
  '(?:hay |alguna |alguna )+(?:novedad|novedades|noticia)|adjunto (?:una |la |el |un )?(?:captura(?: de pantalla)?|pantallazo|archivo|fichero|registro)|(?:por favor )?(?:revisen|revisad|corrijan|arreglenlo|solucionen)(?:lo)?(?: por favor)?|ya lo (?:hemos |he )?(?:probado|intentado)|quedo a la espera|no (?:es|corre|hay) (?:muy |nada |tan )?(?:urgente|prisa|urgencia)|no urge|sin (?:prisas?|urgencia)|espero su respuesta|a la espera de (?:su|vuestra) respuesta';
const SPANISH_OUTCOME = 'sin exito|sigue (?:igual|sin resolver|pendiente)';
const ITALIAN =
  '(?:ci sono )?(?:novita|aggiornamenti)|allego (?:uno |la |il |lo )?(?:screenshot|schermata|file)|in allegato (?:lo |la |il )?(?:screenshot|schermata|file)|gia provato|resto in attesa|non (?:e|c.e) (?:cosi |molto |nulla di )?(?:urgente|fretta|urgenza)|(?:senza|nessuna) (?:fretta|urgenza)|attendo (?:vostro |un )?riscontro';
const ITALIAN_OUTCOME = 'senza successo|ancora (?:uguale|non risolto|lo stesso)';
const PORTUGUESE =
  '(?:ha |alguma )+(?:novidade|novidades|noticia)|(?:segue|envio) (?:em anexo )?(?:a |o |um |uma )?(?:captura(?: de ecra| de tela)?|print|ficheiro|arquivo)|ja (?:tentei|tentamos|experimentei)|fico a aguardar|nao (?:e|ha) (?:muito |nada )?(?:urgente|pressa|urgencia)|sem (?:pressa|urgencia)|aguardo (?:a sua |uma )?resposta';
const PORTUGUESE_OUTCOME = 'sem sucesso|(?:ainda|continua) (?:igual|por resolver|na mesma|sem solucao)';

const EMPTY = [DONE, CHASE, HAND_OVER, CALL, ASIDE, FRENCH, GERMAN, SPANISH, ITALIAN, PORTUGUESE];
const TELLING = [
  ...[OUTCOME, IMPATIENCE, SCORE, THANKS],
  ...[FRENCH_OUTCOME, GERMAN_OUTCOME, SPANISH_OUTCOME, ITALIAN_OUTCOME, PORTUGUESE_OUTCOME],
];
const wholeClause = (parts: readonly string[]): RegExp => new RegExp(`^(?:${parts.join('|')})$`, 'u');
const CLAUSE = wholeClause([...EMPTY, ...TELLING]);
const EMPTY_CLAUSE = wholeClause(EMPTY);
const BETWEEN_CLAUSES = /[,;!?…]+\s*|[.:](?:\s+|$)| (?=but )/u;
const LEADING_JOINT = /^(?:but|and|so|well|or|then) /u;
/** Beyond this a statement says more. */
const LONGEST = 90;
/** A yes alone is an answer. */
const IS_BARE =
  /^(?:yes|no|correct|exactly|nope|sorry|hm+|ok|okay|alright|all right|good|fine|update|and|anyone|user|name)$/u;

/** Whether a folded statement only speaks of the handling of a case, be it with joy or anger: it names no subject. */
export const isCaseTalk = (folded: string): boolean => isTalk(folded, CLAUSE);

/** The same of one that does not even say how somebody feels: "Any news on this?" and not "Still not fixed". */
export const isEmptyCaseTalk = (folded: string): boolean => isTalk(folded, EMPTY_CLAUSE);

function isTalk(folded: string, pattern: RegExp): boolean {
  if (folded.length > LONGEST) return false;
  let isTold = false;
  for (const written of dropAddress(folded).split(BETWEEN_CLAUSES)) {
    const clause = trimPlaces(written).replace(LEADING_JOINT, '');
    if (clause === '') continue;
    const match = pattern.exec(clause);
    if (match && !hasOpinionWord(match.groups?.named ?? '')) isTold ||= !IS_BARE.test(clause);
    else if (!isLeaveTaking(clause) && !isGreeting(clause)) return false;
  }
  return isTold;
}

/** Without signs at its ends, save the brackets of a redaction mark there. */
function trimPlaces(clause: string): string {
  const trimmed = clause.trim().replace(/\s+/g, ' ');
  const bare = trimSigns(trimmed);
  return /\[[a-z_ -]+\]$/u.test(trimmed) && !bare.endsWith(']') ? `${bare}]` : bare;
}
