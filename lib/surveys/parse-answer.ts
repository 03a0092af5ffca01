import { invalid } from '@/lib/core/errors';
import { type AnswerValue, type Question, scaleOf } from '@/lib/widget/definition';

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
    const text = (texts[0] ?? '').trim();
    if (text.length > LONGEST[question.kind]) {
      throw refuse(`has at most ${LONGEST[question.kind]} characters.`);
    }
    return text === '' ? null : text;
  }
  if (question.kind === 'consent') return 'yes';
  const known = new Set(question.choices.map(({ key }) => key));
  if (texts.some((key) => !known.has(key))) throw refuse('names a choice that is not there.');
  return question.kind === 'single' ? (texts[0] ?? null) : [...new Set(texts)];
}
