import type { CsvCell } from '@/lib/core/csv';
import type { SurveyResponseRow } from '@/lib/surveys/find-survey-responses';
import type { Answers, Definition, Question } from '@/lib/widget/definition';
import { wordsOf } from '@/lib/widget/flow';

/** Who takes the responses: what they may see of people, and what each version asked. */
export interface RecordView {
  /** Every question of all versions, those of the latest first; null: we do not know what was asked. */
  definition: Definition | null;
  /** In the words that were asked. */
  definitionOf: (version: number | null) => Definition | null;
  /** Names of hidden fields of all versions. */
  fields: readonly string[];
  /** Whether the reader may be handed who a person is. */
  hasPeople: boolean;
}

/** What became of a response, in a word. */
function stateOf({ suspectReason, completedAt, channel }: SurveyResponseRow): string {
  if (suspectReason !== null) return `suspect: ${suspectReason}`;
  return completedAt || channel === null ? 'completed' : 'not completed';
}

/** Seconds from the first question shown to the end; null where either is not known. */
function secondsOf({ startedAt, completedAt }: SurveyResponseRow): number | null {
  const milliseconds = startedAt && completedAt ? completedAt.getTime() - startedAt.getTime() : 0;
  return milliseconds > 0 ? Math.round(milliseconds / 1000) : null;
}

/** One column for each question, but one for each row of a matrix. */
function columnsOf({ key, kind, text, rows }: Question): { name: string; row: string | null }[] {
  if (kind !== 'matrix') return [{ name: `${text} (${key})`, row: null }];
  return rows.map((row) => ({ name: `${text} – ${row.text} (${key}:${row.key})`, row: row.key }));
}

const SCORES = ['nps', 'csat', 'ces'] as const;

/** The names of the columns of a survey's responses, for people. */
export function headerOf({ definition, fields, hasPeople }: RecordView): string[] {
  return [
    ...['response', 'version', 'state', 'started (UTC)', 'latest answer (UTC)', 'completed (UTC)', 'seconds'],
    ...['asked by', 'language', 'account', 'contact id', ...(hasPeople ? ['contact'] : [])],
    ...(definition ? definition.questions.flatMap(columnsOf).map(({ name }) => name) : [...SCORES, 'text']),
    ...(definition ? ['other words'] : []),
    'not counted',
    ...fields.map((name) => `field ${name}`),
  ];
}

/** A response as one row under {@link headerOf}. */
export function recordOf(row: SurveyResponseRow, view: RecordView): CsvCell[] {
  const { definition, definitionOf, fields, hasPeople } = view;
  const own = definitionOf(row.versionNumber);
  const told: Answers = { ...row.answers };
  // Texts that came with an import need not say which question they answer.
  const others: string[] = [];
  for (const { question: key, excerpt } of row.texts) {
    if (definition?.questions.some((question) => question.key === key && told[question.key] === undefined))
      told[key ?? ''] = excerpt;
    else others.push(excerpt);
  }
  const questionOf = (key: string) => (own ?? definition)?.questions.find((question) => question.key === key);
  return [
    ...[row.id, row.versionNumber, stateOf(row), row.startedAt, row.submittedAt, row.completedAt],
    ...[secondsOf(row), row.channel, row.language, row.accountName, row.contactId],
    ...(hasPeople ? [row.contactName] : []),
    ...(definition
      ? definition.questions.flatMap((question) =>
          columnsOf(question).map(({ row: matrixRow }) =>
            cellOf(questionOf(question.key) ?? question, told[question.key], matrixRow),
          ),
        )
      : [...SCORES.map((metric) => row.scores.find((score) => score.metric === metric)?.score)]),
    others.join('\n'),
    Object.entries(row.setAside)
      .map(([key, answer]) => `${questionOf(key)?.text ?? key}: ${wordsOf(questionOf(key), answer)}`)
      .join('; '),
    ...fields.map((name) => row.fields[name]),
  ];
}

/** An answer in a cell: a score as a number, everything else in words. */
function cellOf(question: Question, answer: Answers[string] | undefined, matrixRow: string | null): CsvCell {
  if (answer === undefined) return null;
  if (typeof answer === 'number') return answer;
  if (matrixRow === null) return wordsOf(question, answer);
  const cell = [answer].flat().find((value) => value.startsWith(`${matrixRow}:`));
  return question.choices.find(({ key }) => key === cell?.slice(matrixRow.length + 1))?.text;
}
