/** What the words before a name must be backed by: nothing more, or the list of names. */
export type TriggerStrength = 'certain' | 'likely';

/** Words after which a person is named whatever the name is. */
const CERTAIN = [
  "my name(?: is|'s|’s)|the name is|i am called",
  'mein name ist|ich hei(?:ss|ß)e',
  "je m(?:'|’)appelle|mon nom est|mon pr[ée]nom est",
  'me llamo|mi nombre es',
  'mi chiamo|il mio nome [eè]',
  'me chamo|(?:o )?meu nome [eé]',
];
const TITLES = [
  'mr|mrs|ms|mister|dr|prof|professor|professore|professoressa|professeure?',
  'herrn?|frau|mme|mlle|monsieur|madame',
  '(?:your |her |his |first |last |maiden |full |family |sur)name(?: is|:|\\?)|name:|nom ?:|nombre:|nome:',
  'se[ñn]or|se[ñn]ora|se[ñn]orita|sra?|dott|dottore|dottoressa|signor|signora|sig|senhora?',
];
/** Titles before what is a brand and nobody: folded, without their stop. */
export const TITLED_BRANDS = new Set(
  'dr oetker|dr martens|dr pepper|dr scholl|dr hauschka|dr beckmann|mr clean|mr muscle|mr potato|mr coffee|mr wash|mrs butterworth'.split(
    '|',
  ),
);
/** Words after which a person is often named, and other things as well. */
const LIKELY = [
  '(?:spoke|spoken|speak|speaking|talked|talking|chatted|dealt|dealing|met) (?:to|with)|gesprochen mit|parl[ée] (?:à|a|avec)|habl[ée] con|parlato con|falei com',
  'hi|hello|hey|dear|hallo|liebe|lieber|bonjour|cher|ch[èe]re|hola|estimad[oa]|querid[oa]|ciao|gentile|car[oa]|ol[áa]|prezad[oa]',
  'agent|representative|rep|manager|advis[oe]r|consultant|technician|nurse|operator|supervisor|therapist|receptionist|midwife|mitarbeiterin?|conseill[eè]re?',
  "this is|i am|i'm|i’m|thanks|thank you|thanks to|thx|cheers|regards|merci|gracias|danke|grazie|obrigad[oa]|gr(?:u|ü)(?:ß|ss)e?|saludos|cordialement|sincerely|saluti",
  'named|called|namens|nomm[ée]e?|llamad[oa]|chiamat[oa]|chamad[oa]|says|said',
];

/**
 * Each phrase that announces a person's name, with the spaces and the one sign after it. Group `certain`: whatever
 * follows is the name; `title`: a capitalised word that follows is; otherwise the list of names has to agree.
 */
export const NAME_TRIGGER = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(?<certain>${CERTAIN.join('|')})[ :]+|(?<title>${TITLES.join('|')})\\.? +|(?:${LIKELY.join('|')})(?:[,:!]|\\.)?\\s{1,4})`,
  'giu',
);

/** "my name is not on the account": what follows a certain phrase without being a name. */
export const NO_NAME_FOLLOWS = new Set(
  `a about already always and appears as at being correct different for here in incorrect incorrectly listed misspelled
missing no not now nowhere of on only on printed registered shown so spelled spelt still that the there to under used
very with written wrong wrongly
bei das der die ein falsch im immer in nicht noch richtig und au dans en est et il la le mal pas sur toujours al en es
esta la mal no nao não y errato il in non sbagliato errado em o`.split(/\s+/),
);

/** After a name that is also a word: what only a person does. */
export const PERSON_DOES =
  /^ (?:said|says|told me|told us|explained|helped me|helped us|assisted me|answered my|replied|called me|lives)(?![\p{L}])/u;
