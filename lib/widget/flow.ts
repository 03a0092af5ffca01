import type { Answers, AnswerValue, Choice, Condition, Definition, Question } from './definition';

type Asked = Pick<Definition, 'questions'>;

/** Whether a condition holds for the answers given so far. */
export function holds(condition: Condition, answers: Answers): boolean {
  const answer = answers[condition.question];
  if (typeof answer === 'number') {
    return answer >= (condition.from ?? answer) && answer <= (condition.to ?? answer);
  }
  if (answer === undefined) return false;
  return condition.anyOf.some((key) => (Array.isArray(answer) ? answer.includes(key) : answer === key));
}

/**
 * The question that follows another, or the first one; null at the end. It never goes back: conditions are about earlier
 * questions and skips lead to later ones, so every path ends.
 */
export function nextQuestion(
  { questions }: Asked,
  answers: Answers,
  afterKey: string | null,
): Question | null {
  const from = questions.findIndex(({ key }) => key === afterKey);
  const skip = questions[from]?.skips?.find(({ when }) => holds(when, answers));
  const target = skip ? questions.findIndex(({ key }) => key === skip.to) : from + 1;
  if (target < 0) return null;
  return questions.slice(target).find(({ showIf }) => !showIf || holds(showIf, answers)) ?? null;
}

/** The questions that these answers lead through, in order. */
export function pathOf(definition: Asked, answers: Answers): Question[] {
  const path: Question[] = [];
  let question = nextQuestion(definition, answers, null);
  while (question) {
    path.push(question);
    question = nextQuestion(definition, answers, question.key);
  }
  return path;
}

/** Whether an answer says anything. */
export function isAnswered(answer: AnswerValue | undefined): answer is AnswerValue {
  return typeof answer === 'number' || (answer !== undefined && answer.length > 0);
}

/** Whether an answer is all that a question asks for: every place of a ranking, every row of a matrix. */
export function isComplete(
  { kind, choices, rows }: Question,
  answer: AnswerValue | undefined,
): answer is AnswerValue {
  if (!isAnswered(answer)) return false;
  if (kind === 'ranking') return (answer as string[]).length === choices.length;
  return kind !== 'matrix' || (answer as string[]).length === rows.length;
}

/** An answer in words: a score, the words of choices, of a ranking in their order, of a matrix "row: choice". */
export function wordsOf(question: Question | undefined, answer: AnswerValue | undefined): string {
  const say = (list: Choice[] | undefined, key: unknown) =>
    list?.find((choice) => choice.key === key)?.text ?? String(key);
  const given = answer === undefined ? [] : [answer].flat();
  return given
    .map((value) => {
      if (question?.kind !== 'matrix') return say(question?.choices, value);
      const [row, choice] = String(value).split(':');
      return `${say(question.rows, row)}: ${say(question.choices, choice)}`;
    })
    .join(', ');
}

/** A question with every text of it piped: its own, its ends, its choices and rows. */
export function pipeQuestion<Piped extends Question>(
  question: Piped,
  definition: Asked,
  answers: Answers,
  known: Record<string, string | number | boolean> = {},
): Piped {
  const say = (text: string) => text && pipe(text, definition, answers, known);
  const sayAll = (list: Choice[]) => list?.map(({ key, text }) => ({ key, text: say(text) }));
  const { text, lowLabel, highLabel, choices, rows } = question;
  return {
    ...question,
    ...{ text: say(text), lowLabel: say(lowLabel), highLabel: say(highLabel) },
    ...{ choices: sayAll(choices), rows: sayAll(rows) },
  };
}

/**
 * A text with `{{question}}` replaced by the answer to it, in words, and `{{@trait}}` by what is known of the person; without
 * one, by what stands after a bar: `{{@name|there}}`.
 */
export function pipe(
  text: string,
  { questions }: Asked,
  answers: Answers,
  known: Record<string, string | number | boolean> = {},
): string {
  return text.replace(/\{\{(@?)([\w-]+)(?:\|([^{}]*))?\}\}/g, (_, mark: string, key: string, other = '') => {
    if (mark) return String(known[key] ?? '') || other;
    const question = questions.find((each) => each.key === key);
    return wordsOf(question, answers[key]) || other;
  });
}
