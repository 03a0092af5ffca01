/** What a survey asks, as browser and server both read it. `lib/surveys/schema.ts` checks it. */
export interface Definition {
  /** BCP 47 code of the language it is written in. */
  language: string;
  questions: Question[];
  /** `redirectUrl` is where people go on to from the last page; empty: nowhere. */
  thanks: { title: string; text: string; redirectUrl: string };
  /** What people are told of their data before they answer, and where to read more; empty: nothing. Each version has its own. */
  privacy: { text: string; url: string };
  /** Names of fields that nobody sees: the link or the page that asks may fill them, and nothing else is kept. */
  fields: string[];
  /** Its words in other languages, by language and place; what is missing stays in its own. */
  translations: Record<string, Record<string, string>>;
}

export const questionKinds = [
  'nps',
  'csat',
  'ces',
  'single',
  'multiple',
  'ranking',
  'matrix',
  'short_text',
  'long_text',
  'consent',
] as const;
export type QuestionKind = (typeof questionKinds)[number];

export const csatStyles = ['stars', 'faces', 'numbers'] as const;

export interface Choice {
  key: string;
  text: string;
}

export interface Question {
  /** Names the question for good: answers of all versions that have it are counted together. */
  key: string;
  kind: QuestionKind;
  text: string;
  isRequired: boolean;
  /** How a CSAT scale looks; the numbers behind it are the same. */
  style: (typeof csatStyles)[number];
  lowLabel: string;
  highLabel: string;
  /** Of a ranking what is put in order, of a matrix the one scale of all its rows. */
  choices: Choice[];
  /** What a matrix asks about, row by row. */
  rows: Choice[];
  /** Asked only if this holds; null asks everybody. */
  showIf: Condition | null;
  /** Where to go on after it; the first that holds counts, else the next question follows. */
  skips: { when: Condition; to: string }[];
}

/** About an earlier answer: a score within a range, both ends included, or one of some choices. Without an answer it does not hold. */
export interface Condition {
  question: string;
  from: number | null;
  to: number | null;
  anyOf: string[];
}

/**
 * A score, a text or a choice's key, or several keys; consent is "yes". A ranking is its keys from the first place on, a
 * matrix one "row:choice" for each row that was answered.
 */
export type AnswerValue = number | string | string[];
export type Answers = Record<string, AnswerValue>;

/** The target of a skip that ends the survey. */
export const END = 'end';

/** The scores of the kinds that have a scale, both ends included. */
export const scaleOf: Partial<Record<QuestionKind, readonly [number, number]>> = {
  nps: [0, 10],
  csat: [1, 5],
  ces: [1, 7],
};

/** Whether the script draws a question with a file of its own: all but scales of numbers. */
export function needsMore({ kind, style }: Question): boolean {
  return !scaleOf[kind] || (kind === 'csat' && style !== 'numbers');
}
