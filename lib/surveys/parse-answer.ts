import { invalid } from '@/lib/core/errors';
import { type AnswerValue, type Question, scaleOf } from '@/lib/widget/definition';

/** What forms send for a consent that is given, and for one that is not. */
const GIVEN = new Set(['yes', 'on', 'true', '1']);
const NOT_GIVEN = new Set(['no', 'off', 'false', '0']);

const LONGEST = { short_text: 500, long_text: 10_000 };

/**
 * An answer as a form or a script hands it over, held against its question.
 * @returns null for no answer.
 * @throws ExpectedError 'invalid' naming the question.
 */
export function parseAnswer(question: Question, raw: unknown): AnswerValue | null {
  const values = [raw ?? []].flat().filter((value) => value !== '');
  const [first] = values;
  if (first === undefined) return null;
  const refuse = (why: string) => invalid(`The answer to "${question.key}" ${why}`);
  const scale = scaleOf[question.kind];
  if (scale) {
    const score = Number(first);
    if (Number.isInteger(score) && score >= scale[0] && score <= scale[1]) return score;
    throw refuse(`is a whole number from ${scale[0]} to ${scale[1]}.`);
  }
  if (values.some((value) => typeof value !== 'string')) throw refuse('is a text.');
  const texts = values as string[];
  if (question.kind === 'short_text' || question.kind === 'long_text') {
    // Forms send two characters for the end of a line, which the browser counted as one.
    const text = (texts[0] ?? '').replaceAll('\r\n', '\n').replaceAll('\u0000', '').toWellFormed().trim();
    if (text.length > LONGEST[question.kind]) {
      throw refuse(`has at most ${LONGEST[question.kind]} characters.`);
    }
    return text === '' ? null : text;
  }
  if (question.kind === 'consent') {
    const words = texts.map((text) => text.trim().toLowerCase());
    if (words.every((word) => GIVEN.has(word))) return 'yes';
    if (words.every((word) => NOT_GIVEN.has(word))) return null;
    throw refuse('is "yes" where consent is given, and is left out or "no" where it is not.');
  }
  if (question.kind === 'matrix') return parseMatrix(question, texts, refuse);
  const known = new Set(question.choices.map(({ key }) => key));
  if (texts.some((key) => !known.has(key))) throw refuse('names a choice that is not there.');
  if (question.kind === 'ranking') {
    const places = [raw].flat();
    const hasGap = places.slice(0, texts.length).includes('');
    if (hasGap || new Set(texts).size < texts.length) {
      throw refuse('gives each place to another entry, from the first one on.');
    }
    return texts;
  }
  return question.kind === 'single' ? (texts[0] ?? null) : [...new Set(texts)];
}

/** One cell of each row, in the order of the rows. */
function parseMatrix(
  { rows, choices }: Question,
  cells: string[],
  refuse: (why: string) => Error,
): string[] | null {
  const parsed = rows.flatMap((row) => {
    const given = choices.map((choice) => `${row.key}:${choice.key}`).filter((cell) => cells.includes(cell));
    if (given.length > 1) throw refuse('has one choice for each row.');
    return given;
  });
  if (cells.some((cell) => !parsed.includes(cell)))
    throw refuse('names a row or a choice that is not there.');
  return parsed;
}
