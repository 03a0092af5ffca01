import type { Definition, Question } from '@/lib/widget/definition';

/** One piece of a survey's words: where it stands, and what it says in the survey's own language. */
export interface Piece {
  place: string;
  text: string;
}

/** A question's key comes first in all its places, and none of them ends so. */
export const PRIVACY_PLACE = 'survey.privacy';

/** Every piece of words of a survey that a translator may put into another language, in reading order. */
export function piecesOf({ questions, thanks, privacy }: Definition): Piece[] {
  const pieces = questions.flatMap(({ key, text, lowLabel, highLabel, choices, rows }) => [
    { place: `${key}.text`, text },
    { place: `${key}.low`, text: lowLabel },
    { place: `${key}.high`, text: highLabel },
    ...rows.map((row) => ({ place: `${key}.row.${row.key}`, text: row.text })),
    ...choices.map((choice) => ({ place: `${key}.choice.${choice.key}`, text: choice.text })),
  ]);
  const last = [
    { place: 'thanks.title', text: thanks.title },
    { place: 'thanks.text', text: thanks.text },
    { place: PRIVACY_PLACE, text: privacy.text },
  ];
  return [...pieces, ...last].filter(({ text }) => text !== '');
}

/**
 * The language of a survey that suits a reader best: the first of theirs that it has, exactly or by its first part; else its
 * own.
 * @param wanted codes in order of preference
 */
export function chooseLanguage(definition: Definition, wanted: readonly string[]): string {
  const offered = [definition.language, ...Object.keys(definition.translations)];
  const base = (code: string) => code.toLowerCase().split('-')[0];
  for (const code of wanted) {
    const found =
      offered.find((each) => each.toLowerCase() === code.toLowerCase()) ??
      offered.find((each) => base(each) === base(code));
    if (found) return found;
  }
  return definition.language;
}

/** A survey in one of its languages. A piece that was not translated stays as it was written. */
export function localise(definition: Definition, language: string): Definition {
  const words = definition.translations[language];
  if (!words) return { ...definition, translations: {} };
  const say = (place: string, text: string) => words[place] || text;
  const questions = definition.questions.map(
    (question): Question => ({
      ...question,
      text: say(`${question.key}.text`, question.text),
      lowLabel: say(`${question.key}.low`, question.lowLabel),
      highLabel: say(`${question.key}.high`, question.highLabel),
      rows: question.rows.map(({ key, text }) => ({
        key,
        text: say(`${question.key}.row.${key}`, text),
      })),
      choices: question.choices.map(({ key, text }) => ({
        key,
        text: say(`${question.key}.choice.${key}`, text),
      })),
    }),
  );
  const thanks = {
    ...definition.thanks,
    title: say('thanks.title', definition.thanks.title),
    text: say('thanks.text', definition.thanks.text),
  };
  const privacy = { ...definition.privacy, text: say(PRIVACY_PLACE, definition.privacy.text) };
  return { ...definition, language, questions, thanks, privacy, translations: {} };
}

/** Which pieces of a survey are not translated into one of its languages: they stay in its own. */
export function findUntranslated(definition: Definition, language: string): Set<string> {
  const words = definition.translations[language];
  if (!words) return new Set();
  return new Set(piecesOf(definition).flatMap(({ place }) => (words[place] ? [] : [place])));
}

/** The languages of a header Accept-Language, the most wanted first. */
export function parseAcceptLanguage(header: string | null): string[] {
  return (header ?? '')
    .split(',')
    .map((part) => {
      const [code = '', quality] = part.trim().split(/;\s*q=/);
      return { code, weight: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ code, weight }) => code !== '' && code !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ code }) => code);
}
