import { makeQuestion } from '@/lib/surveys/templates';
import {
  type Choice,
  type Condition,
  type Definition,
  END,
  type Question,
  type QuestionKind,
  scaleOf,
} from '@/lib/widget/definition';

export const kindNames: Record<QuestionKind, string> = {
  nps: 'NPS, 0 to 10',
  csat: 'CSAT, 1 to 5',
  ces: 'CES, 1 to 7',
  single: 'One choice',
  multiple: 'Several choices',
  ranking: 'Ranking',
  matrix: 'Matrix: rows and one scale',
  short_text: 'Short text',
  long_text: 'Long text',
  consent: 'Consent',
};

const FIRST_WORDS: Record<QuestionKind, string> = {
  nps: 'How likely are you to recommend us to a friend or colleague?',
  csat: 'How satisfied are you with us?',
  ces: 'How easy was it to do what you came for?',
  single: 'Which of these fits best?',
  multiple: 'Which of these do you use?',
  ranking: 'Which of these matter most to you?',
  matrix: 'How satisfied are you with each of these?',
  short_text: 'In one sentence: what is missing?',
  long_text: 'What should we do better?',
  consent: 'May we come back to you about your answers?',
};

/** A draft with one more question at its end. Its key is new, so that it is counted with no other question's answers. */
export function addQuestion(draft: Definition, kind: QuestionKind, taken: readonly string[]): Definition {
  const question = makeQuestion({
    key: freshKey(kind, [...taken, ...draft.questions.map(({ key }) => key)]),
    kind,
    text: FIRST_WORDS[kind],
    isRequired: kind in scaleOf || kind === 'ranking',
    highLabel: kind === 'consent' ? 'I agree' : '',
    choices: firstChoices(kind),
    rows: kind === 'matrix' ? [{ key: 'a', text: 'First row' }] : [],
  });
  return { ...draft, questions: [...draft.questions, question] };
}

function firstChoices(kind: QuestionKind): Choice[] {
  if (kind === 'matrix') {
    return [
      { key: 'bad', text: 'Not satisfied' },
      { key: 'middle', text: 'In between' },
      { key: 'good', text: 'Satisfied' },
    ];
  }
  if (kind !== 'single' && kind !== 'multiple' && kind !== 'ranking') return [];
  return [
    { key: 'a', text: 'First choice' },
    { key: 'b', text: 'Second choice' },
  ];
}

/** A draft without a question. Conditions about it and skips to it go with it. */
export function removeQuestion(draft: Definition, key: string): Definition {
  const questions = draft.questions
    .filter((question) => question.key !== key)
    .map((question) => ({
      ...question,
      showIf: question.showIf?.question === key ? null : question.showIf,
      skips: question.skips.filter(({ when, to }) => when.question !== key && to !== key),
    }));
  return { ...draft, questions };
}

/** A draft with a question one place earlier (-1) or later (1). Logic that no longer holds is named before publishing. */
export function moveQuestion(draft: Definition, key: string, by: -1 | 1): Definition {
  const questions = [...draft.questions];
  const from = questions.findIndex((question) => question.key === key);
  const to = from + by;
  const [moved, displaced] = [questions[from], questions[to]];
  if (!moved || !displaced) return draft;
  questions[to] = moved;
  questions[from] = displaced;
  return { ...draft, questions };
}

export function changeQuestion(draft: Definition, key: string, changes: Partial<Question>): Definition {
  const questions = draft.questions.map((question) =>
    question.key === key ? { ...question, ...changes } : question,
  );
  return { ...draft, questions };
}

/** Questions that a condition may be about: those with a scale, choices or a consent. */
export function mayDecide(question: Question): boolean {
  return !['short_text', 'long_text', 'ranking', 'matrix'].includes(question.kind);
}

/** A condition about a question that at least one answer fits. */
export function firstCondition(question: Question): Condition {
  const scale = scaleOf[question.kind];
  if (scale)
    return { question: question.key, from: scale[0], to: Math.floor((scale[0] + scale[1]) / 2), anyOf: [] };
  const key = question.kind === 'consent' ? 'yes' : question.choices[0]?.key;
  return { question: question.key, from: null, to: null, anyOf: key ? [key] : [] };
}

/** The next key of a kind that nobody has: nps, nps2, nps3. */
export function freshKey(base: string, taken: readonly string[]): string {
  for (let number = 1; ; number++) {
    const key = number === 1 ? base : `${base}${number}`;
    if (key !== END && !taken.includes(key)) return key;
  }
}
