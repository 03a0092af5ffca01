/**
 * Words that begin with a capital without naming a person: what opens a sentence, days, jobs, companies' own kinds of
 * words. Folded, in the languages our customers write most.
 */
const WORDS = `a about account actually address after again agent all also always am an and another any app apparently are as
ask at back bank bad because been before best better big both but by call came can card case chat check city class company
complaint contact corporation could country course credit customer dear department did director do does doctor each easy
email even ever every everyone everything excellent fantastic feedback finally first for free from front full general
get good great group guys had happy has have he head hello help her here hi him his hospital hotel hours how however i id if
in inc is issue it its just keep last let life like line llc ltd made main major make manager many may me mail member
my name need never new next nice no none not nothing now number of office ok on once one only online or order other our
out outstanding over page party people per perfect phone please plus poor president price problem product professional
project quick really reception representative review sad said same say see senior service services several she should
since sir so some someone sometimes sorry speak staff start still store street super support sure system team thank thanks
that the their them then there these they this those though thus to today together told too two under unfortunately
university until up update us use user very via was we well went were what when where which while who why will with
within without wonderful would wow yes yesterday yet you your
ive im ill id dont cant wont didnt doesnt isnt wasnt youre theyre thats whats lets mum mom dad nurse nurses matron
psychologist easter christmas
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september
october november december spring summer autumn fall winter morning afternoon evening
sales marketing finance billing technical desk center centre care plan pro premium basic business enterprise manager
iban id faq covid nhs usa pin atm pdf sql api
appendix block exhibit gate gen generation grade hepatitis level model option phase platform section series step
terminal type version vitamin wing zone class form ward
mr mrs ms miss mister madam dr prof professor sr jr mme mlle monsieur madame herr frau senor senora sig signor signora
senhor senhora sirs ladies gentlemen
aber alle als am an auch auf bei bin bitte da danke das dass dem den der die dies doch du ein eine er es fur gut
guten habe hallo hat ich ihr ihre im in ist ja kein keine kunde kundin leider man mein mit nach nein nicht noch nun nur
oder ohne schlecht sehr sie sind so super tag team und uns unser viel viele vielen von vor war warum was wenn wer wie wir
wo zu zum zur
alors apres au aussi aux avec bon bonjour car ce cela ces cette chez client comme dans de depuis des donc du elle elles
en est et etre fait il ils je jour la le les leur lors ma mais malgre manque merci mes mon ne non nos notre nous on ou
oui par pas plus point pour pourquoi quand que quel qui quoi rien sa sans se ses si son sous sur tout toute tres trop
un une vos votre vous jusque jette
a al ante aqui asi bien buen buena buenas bueno buenos como con cuando de del desde donde el ella en era es esta este
esto estoy fue gracias ha hay he hola la las lo los mas me mi muy no nos nunca o para pero por porque pues que se ser
si sin sobre solo son su sus tambien tengo todo tu un una usted y ya yo
anche buon buona c'e che chi ci come con cosa da dal del della di dopo e grazie ho i il in io l'app la le lo ma mai mi
molto nel non o ogni per perche piu poi prima quando quello questa questo se sempre si sono tutto un una
agora ainda ao aos as bem boa bom com como da das de depois do dos e ela ele em era essa esse esta este eu foi isso ja
mais mas me meu minha muito na nao nas nem no nos o os ou para pela pelo por porque quando que quem se sem seu so sua
tem tudo um uma voce`;

const notNames = new Set(WORDS.split(/\s+/));

/** Whether a folded word that begins with a capital is an everyday word, and no part of a name. */
export function isEverydayWord(folded: string): boolean {
  return notNames.has(folded) || SAME_LETTER.test(folded);
}

/** "XXXX" in texts that were masked before, "KKKKK" in laughing ones. */
const SAME_LETTER = /^(.)\1+$/;

/** After a name, these make it the name of a place or a company: "Charles Schwab", "St James Hospital". */
const THING_AFTER =
  'airport|app|arms|avenue|ave|bank|bistro|building|cafe|campus|center|centre|church|city|clinic|club|co|college|company|corp|' +
  'collection|collections|county|court|deere|deli|diner|fame|fargo|field|foundation|gmbh|grill|group|hall|hill|holdings|hopkins|hospital|hotel|house|inc|industries|' +
  'institute|insurance|international|island|lab|labs|lake|library|limited|lewis|llc|llp|ltd|mac|mae|medical|memorial|mortgage|museum|partners|' +
  'park|pizza|pizzeria|place|plaza|press|pub|ranch|report|restaurant|river|road|rd|sachs|school|seafood|schwab|services|software|square|stadium|stanley|station|steakhouse|' +
  'store|street|st|surgery|systems|taylor|technologies|technology|theatre|tower|trust|university|valley|ward|way';
export const THING_FOLLOWS = new RegExp(`^(?:'s|’s)? (?:& \\p{Lu}|(?:${THING_AFTER})\\b)`, 'iu');

/** After one word: the number of a ward, a model or a day: "Winifred 2", "Félix 3", "Jan 13th". */
export const NUMBER_FOLLOWS = /^ \d{1,2}(?:st|nd|rd|th)?(?![\p{L}\p{N}])/u;

/** Before a name, these make it the name of a place: "San Jose", "Lake Victoria". */
export const PLACE_PRECEDES =
  /(?:^|[^\p{L}])(?:st\.?|ste\.?|saint|sainte|san|santa|santo|sao|são|lake|mount|mt\.?|port|fort|ft\.?|the|los|las|new|north|south|east|west|costa|hurricane|storm|typhoon|cyclone) $/iu;

/** "A table at Morton's at five", "a bucket from Sam's, and": a shop or a restaurant rather than a person. */
export const IS_VISITED_BEFORE = /(?:^|[^\p{L}])(?:at|from|like|try) $/iu;
export const IS_VISITED_AFTER = /^['’]s(?:[,.!?;]|$| (?:is|was|at|on|in|and|for|by|near)(?!\p{L}))/iu;

/**
 * In a text without capitals a name after these is a town, a shop, a singer or no name at all: "a hotel in evans", "chez
 * francois", "a song by drake", "pas très claire".
 */
export const OTHER_PRECEDES =
  /(?:^| )(?:in|at|(?<!go |called )by|la|chez|papa|mc|eat|play|very|really|too|tr[eè]s|pas|assez|super|trop) $/u;

/** In a text without capitals these make it a brand or a singer: "my edison bill", "elvis music". */
export const OTHER_FOLLOWS =
  /^(?: (?:accounts?|airline|albums?|auto|bill|cards?|cheese|jr|music|playlist|songs?)(?!\p{L})|['’](?!s)|['’]s(?! (?:\p{L}+ )?(?:account|address|baby|bbq|birthday|cell|desk|e?-?mail|family|funeral|house|home|husband|idea|mother|father|name|number|office|party|phone|place|room|shower|son|daughter|sister|brother|wedding|wife|work)(?!\p{L})))/u;
