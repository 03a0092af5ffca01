/**
 * Whole answers that say nothing: they decline ("n/a", "nothing comes to mind", "keine Angabe"), they nod ("ok", "vale"), they point
 * elsewhere ("as above") or at everything, which is praise of what was asked or blame. In English, French, German, Spanish, Italian and Portuguese. What says that nothing is wrong
 * ("no complaints", "rien à redire") is praise, and what misses an answer ("no reply") is a complaint: neither is here.
 *
 * Patterns of answers that are folded, without signs at their edges, and with one space for any stop or space between words.
 */
const ENGLISH_TAIL =
  '(?: (?:at all|really|right now|at the moment|at present|at (?:this|the present) (?:time|point|moment|stage)|for now|currently|today|tbh|to be honest|honestly|i think|i guess|from me|from my side|sorry|thanks|thank you))*';
const ENGLISH = [
  'n ?[/\\\\-]? ?a|(?:everything|all)(?: of it)?|both(?: of them)?|nil|none|no|nope|nah|ok|okay|k|kk|yes|yep|yeah|test|tbc|tbd|idk|dunno|unsure|skip|skipped|pass|ditto|same|blank|left blank|null|undefined|neither|none of the above|not at (?:this|the) (?:time|moment)|not now',
  `nothing(?: (?:really|else|more|further|much|specific|particular|in particular))?(?: (?:to (?:add|say|report|comment|comment on|note|mention|suggest|declare|share)|(?:that )?(?:comes|springs) to mind|(?:that )?i can (?:think of|say)|(?:that )?i know of))?${ENGLISH_TAIL}|i have nothing (?:else |more |further )?to (?:add|say|report|declare)${ENGLISH_TAIL}`,
  `(?:none|not) (?:really|that (?:i can think of|i know of|i'm aware of))${ENGLISH_TAIL}|none${ENGLISH_TAIL}`,
  `(?:i (?:really )?(?:have|had|got) )?no (?:(?:further|other|additional|more|real|particular|specific) )?(?:comments?|suggestions?|opinions?|ideas?|feedback|remarks?|preferences?|thoughts|views?|input|clue|recommendations?)(?: (?:to (?:add|make|give|share)|either way))?${ENGLISH_TAIL}`,
  `(?:i )?(?:really |just |honestly )?(?:don'?t|do not|cannot|can not|can'?t|couldn'?t|could not|wouldn'?t) (?:really )?(?:know|say|comment|answer|remember|recall|think of (?:any|anything|one)|have (?:any|anything|one|an opinion|any (?:comments?|suggestions?|ideas?|feedback|thoughts))|have anything to (?:add|say))${ENGLISH_TAIL}`,
  `(?:i'?m |i am )?not (?:sure|applicable|relevant|certain|especially|particularly|specifically)(?: to me)?${ENGLISH_TAIL}|(?:does not|doesn'?t) apply(?: to me)?`,
  '(?:see|as|same as) (?:above|before|previous|previously|previous answer|mentioned|mentioned above|mentioned before)|(?:i )?(?:would )?(?:rather|prefer) not (?:to )?(?:say|answer)|no (?:thanks|thank you)',
];

const FRENCH_TAIL =
  "(?: (?:pour (?:le moment|l'instant|moi)|actuellement|a ce jour|a ce stade|vraiment|merci|desolee?))*";
const FRENCH = [
  "non|oui|tout|les deux|d'accord|(?:ras|r a s)(?: pour (?:moi|le moment|l'instant))?|neant|n ?/? ?c|non (?:renseignee?|precisee?|repondu)|so|s o|s/o|nsp|sans objet|non concernee?|pas concernee?|non applicable|pas grand[- ]chose|aucune?|comme (?:ci-dessus|plus haut|precedemment)|voir (?:ci-dessus|plus haut)",
  `rien(?: (?:de (?:particulier|special|plus|precis|specifique)|d'autre|du tout|en particulier|d'important))?(?: (?:a (?:dire|signaler|ajouter|rajouter|declarer|mentionner|preciser|remarquer|noter|suggerer|proposer)(?: de (?:plus|particulier|special))?|qui me vienne a l'esprit))?${FRENCH_TAIL}`,
  `(?:je n'ai )?(?:pas|aucune?s?|sans) (?:d'|de )?(?:autres? )?(?:commentaires?|remarques?|suggestions?|avis|opinion|idees?|observations?|preferences?|propositions?)(?: (?:particulieres?|particuliers?|speciales?|a (?:faire|ajouter|formuler)))?${FRENCH_TAIL}`,
  "(?:je )?(?:ne |n')?(?:sais|sait) (?:pas|plus)(?: (?:trop|vraiment))?|(?:je )?n'en sais rien|j'en sais rien|ne se prononce pas|je ne me prononce pas",
];

const GERMAN_TAIL = '(?: (?:danke|sorry|leider|momentan|derzeit|aktuell|im moment|zur zeit|so weit|soweit))*';
const GERMAN = [
  'nein|ne|nee|no|ja|alles|beides?|in ordnung|keine?|[ko] ?/? ?a|nicht bekannt|unbekannt|entfallt|trifft nicht zu|nicht zutreffend|siehe oben|wie oben|s o|dito|weder noch',
  `(?:mir )?(?:leider |eigentlich |sonst |gar |uberhaupt |momentan |derzeit |aktuell )*(?:nichts|nix)(?: (?:weiter|weiteres|besonderes|spezielles|bestimmtes|konkretes|mehr|sonst))?(?: (?:zu (?:sagen|erganzen|bemerken|berichten|melden)|hinzuzufugen|anzumerken|bekannt))?${GERMAN_TAIL}`,
  '(?:mir )?fallt (?:mir )?(?:gerade |spontan |jetzt |leider |dazu |im moment |momentan )*nichts (?:dazu )?ein|mir fallt (?:gerade |spontan |jetzt |leider |dazu |im moment |momentan )*nichts ein',
  '(?:das )?(?:ich )?weiss (?:ich |es )?(?:leider )?nicht(?: (?:genau|so genau|(?:so )?recht))?|(?:kann ich |ich kann )?(?:leider )?nicht (?:sagen|beurteilen)',
  `(?:ich )?(?:habe? )?(?:keinen?|ohne) (?:weiteren? |besonderen? )?(?:angaben?|ahnung|meinung|anmerkung(?:en)?|kommentare?|(?:verbesserungs)?vorschlage?|wunsche?|ideen?|bemerkung(?:en)?|erganzung(?:en)?|anregung(?:en)?)${GERMAN_TAIL}|kein (?:kommentar|vorschlag|verbesserungsvorschlag|wunsch)`,
];

const SPANISH_TAIL = '(?: (?:por (?:ahora|el momento)|de momento|gracias|lo siento))*';
const SPANISH = [
  'si|todo|(?:los|las) dos|amb[oa]s|vale|de acuerdo|esta bien|ninguno|ninguna|ni idea|no (?:lo )?se|no sabria (?:decir|que decir)|no (?:aplica|procede|contest[ao]|opino|tengo|hay)|n ?/? ?[cs]|ns ?/? ?nc|ns|nc|lo mismo|ya lo (?:dije|he dicho)',
  `nada(?: (?:mas|de nada|especial|en (?:particular|especial|concreto)))?(?: (?:que (?:anadir|decir|agregar|comentar|senalar|sugerir|declarar|aportar)))?${SPANISH_TAIL}`,
  `(?:no (?:tengo (?:ningun |ninguna )?)?|sin |ningun |ninguna )(?:comentarios?|sugerencias?|opinion|ideas?|observacion(?:es)?|preferencias?|nada que (?:decir|anadir|comentar))${SPANISH_TAIL}|no se me ocurre (?:nada|ninguna|ninguno)`,
];

const ITALIAN_TAIL = '(?: (?:per (?:ora|il momento|adesso)|al momento|grazie|mi spiace))*';
const ITALIAN = [
  "si|tutto(?: quanto)?|entramb[ie]|va bene|d'accordo|nessun[oa]|non (?:lo )?so|non saprei|boh|non (?:applicabile|pertinente|rispondo|pervenuto|disponibile)|n ?/? ?d|nient'altro|come sopra|vedi sopra",
  `(?:niente|nulla)(?: (?:di (?:particolare|speciale|piu|che|specifico)|altro|in particolare))?(?: (?:da (?:dire|aggiungere|segnalare|dichiarare|suggerire|commentare)))?${ITALIAN_TAIL}`,
  `(?:non ho (?:nessun[ao]? |alcun[ao]? )?|nessun[ao]? |nessun'|senza )(?:altr[io] )?(?:comment[oi]|suggeriment[oi]|opinion[ei]|ide[ae]|osservazion[ei]|preferenz[ae]|propost[ae]|niente da (?:dire|aggiungere)|nulla da (?:dire|aggiungere))${ITALIAN_TAIL}|non mi viene in mente (?:niente|nulla)`,
];

const PORTUGUESE_TAIL = '(?: (?:por (?:agora|enquanto)|de momento|no momento|obrigad[oa]))*';
const PORTUGUESE = [
  'sim|nao|tudo|(?:os|as) d(?:oi|ua)s|amb[oa]s|ta|ta (?:bem|bom)|esta bem|n ?/? ?[dr]|de acordo|nenhum|nenhuma|nao sei(?: dizer| responder)?|nao (?:tenho|ha|se aplica|aplicavel|opino|respondo)|sem opiniao|idem|como acima|ver acima',
  `nada(?: (?:mais|demais|de mais|especial|em (?:particular|especial|concreto)))?(?: (?:a (?:dizer|declarar|acrescentar|comentar|assinalar|relatar|sugerir|registar|adicionar)))?${PORTUGUESE_TAIL}`,
  `(?:nao tenho (?:nenhum |nenhuma )?|nenhuma? |sem )(?:mais )?(?:comentarios?|sugest(?:ao|oes)|opini(?:ao|oes)|ideias?|observac(?:ao|oes)|preferencias?|nada a (?:dizer|acrescentar))${PORTUGUESE_TAIL}|nao me ocorre nada`,
];

/** What people say before they decline. */
const LEAD = '(?:(?:no|nope|nah|nein|non|nao|sorry|hmm+|um+|well|honestly|desole|leider) )*';
const ANSWER = new RegExp(
  `^${LEAD}(?:${[...ENGLISH, ...FRENCH, ...GERMAN, ...SPANISH, ...ITALIAN, ...PORTUGUESE].join('|')})$`,
  'u',
);
/** A no before a word that only nods turns it into blame, unless a comma parts them: "non va bene", and not "no, ok". */
const DENIED_NOD =
  /^(?:no|nope|nah|nein|non|nao)\s+(?:ok|okay|yes|yep|yeah|pass|d'accord|oui|ja|in ordnung|si|vale|de acuerdo|esta bien|va bene|sim|ta|ta bem|ta bom|esta bem)$/u;
/** Longer answers say something. */
const LONGEST = 60;
const BETWEEN_WORDS = /[\s.,;:!?]+/g;

/** @param bare a folded text without the signs at its edges */
export const isDecliningAnswer = (bare: string): boolean =>
  bare.length <= LONGEST && !DENIED_NOD.test(bare) && ANSWER.test(bare.replace(BETWEEN_WORDS, ' '));
