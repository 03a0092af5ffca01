import { foldText } from './fold';

/** Words of greeting, thanks and farewell in en, fr, de, es, it, pt. Folded. */
const COURTESY = new RegExp(
  `^(?:(?:${[
    '(?:hi|hey|hello|dear|hallo|hola|ola|ciao|bonjour|bonsoir|salut|moin|servus|buongiorno|buenos dias|buenas tardes|buenas|bom dia|boa tarde)',
    'good (?:morning|afternoon|evening|day)|guten (?:tag|morgen|abend)|greetings',
    '(?:many |kind |best |warm |with )?(?:regards|wishes)|best|cheers|br|rgds|thx|ty|tia|thanks?(?: you| u)?(?: (?:so|very) much| a lot| again| in advance)?',
    '(?:viele|liebe|beste|schone|freundliche|mit freundlichen|mit besten) (?:gru(?:ss|ß)e?n?)|gru(?:ss|ß)|danke(?: schon)?|vielen dank|mfg|lg|vg',
    '(?:bien )?cordialement|merci(?: beaucoup| d.avance)?|bonne (?:journee|soiree)|sinceres salutations|bien a vous',
    '(?:un )?saludos?(?: cordiales?)?|(?:muchas )?gracias|un abrazo|atentamente',
    '(?:cordiali )?saluti|(?:tante )?grazie|obrigad[oa]|atenciosamente|abraco',
    'ok(?:ay)?|alright|all good|got it|noted|will do|no worries|confirmed|perfect|d.accord|alles klar|de acuerdo',
    'sincerely|yours(?: (?:sincerely|faithfully|truly))?',
  ].join('|')})(?![\\p{L}])[^\\p{L}]*)+`,
  'u',
);
/** Whom a courtesy addresses without a name. */
const ADDRESSED = /^(?:there|all|team|everyone|everybody|zusammen|a tous|equipe|folks|you)(?![\p{L}])/u;
const LONGEST = 60;

/** Whether a text is only a greeting, thanks or a farewell, with or without a name: "Hi there,", "Cheers, Inès". */
export function isCourtesy(text: string): boolean {
  if (text.length > LONGEST) return false;
  const folded = foldText(text).trim();
  const match = COURTESY.exec(folded);
  if (match === null) return false;
  const rest = folded
    .slice(match[0].length)
    .replace(/^[^\p{L}]+/u, '')
    .replace(ADDRESSED, '');
  const names = wordsOf(rest);
  if (names.length <= 1) return true;
  // Two words are a name only where they are written as one.
  return (
    names.length === 2 &&
    wordsOf(text)
      .slice(-2)
      .every((word) => /^\p{Lu}/u.test(word))
  );
}

function wordsOf(text: string): string[] {
  return text.match(/\p{L}[\p{L}'.-]*/gu) ?? [];
}

/** Whether a text can be the name under a farewell: one to three words, no sentence. */
export function mayBeSignature(text: string): boolean {
  return text.length <= LONGEST && /^(?:\p{L}[\p{L}'.-]*\s*){1,3}$/u.test(text.trim());
}
