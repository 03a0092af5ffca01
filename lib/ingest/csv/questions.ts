import type { ImportedQuestion } from '@/lib/responses/ensure-imported-survey';
import type { Mapping } from './mapping-schema';

const KINDS: Record<string, ImportedQuestion['kind']> = {
  npsScore: 'nps',
  csatScore: 'csat',
  cesScore: 'ces',
  rating: 'rating',
  scaleScore: 'scale',
  answerText: 'text',
  answerChoice: 'choice',
};

/** What stands between a question and one of its choices in the name of a column. */
const BEFORE_CHOICE = [': ', ' - '];

/** A question that takes several choices has a column for each, numbered `Q4_1`, `Q4_2`: the number is no part of it. */
const withoutNumber = (question: string) => question.replace(/^(\w+?)_\d+(?=: )/, '$1');

/**
 * The question that a chosen answer is to: of a column that names this one choice (`Which do you use?: Export`), as
 * exports write questions that take several, the part before it.
 */
export function questionOfChoice(column: string, choice: string): string {
  const before = BEFORE_CHOICE.find((sign) => column.endsWith(`${sign}${choice}`));
  return before === undefined ? column : withoutNumber(column.slice(0, -before.length - choice.length));
}

/** The questions that the columns of a questionnaire may answer, in the order of the mapping. */
export function questionsOf({ columns }: Pick<Mapping, 'columns'>): ImportedQuestion[] {
  const questions = new Map<string, ImportedQuestion>();
  for (const { column, field, options } of columns) {
    const kind = KINDS[field];
    if (!kind) continue;
    const { scale } = options;
    questions.set(column, { text: column, kind, ...(kind === 'scale' && scale ? { scale } : {}) });
    if (kind !== 'choice') continue;
    for (const sign of BEFORE_CHOICE) {
      for (let at = column.indexOf(sign); at > 0; at = column.indexOf(sign, at + 1)) {
        const text = withoutNumber(column.slice(0, at));
        questions.set(text, { text, kind });
      }
    }
  }
  return [...questions.values()];
}
