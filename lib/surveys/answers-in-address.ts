import { ExpectedError } from '@/lib/core/errors';
import type { PageQuery } from '@/lib/surveys/hosted-page';
import { parseAnswer } from '@/lib/surveys/parse-answer';
import type { Answers, Definition, Question } from '@/lib/widget/definition';

/**
 * The answers with the one that a link carries in place of an earlier one: shown as chosen, and its question with it. It is
 * theirs only once they send it.
 * @returns `answers` itself where the link says nothing else.
 */
export function withLinkedAnswer(
  { questions: [first] }: Definition,
  answers: Answers,
  { q, answer: linked }: Pick<PageQuery, 'q' | 'answer'>,
): Answers {
  if (!linked || !first || q !== undefined) return answers;
  try {
    const answer = parseAnswer(first, linked);
    if (answer === null || String(answer) === String(answers[first.key])) return answers;
    return { ...answers, [first.key]: answer };
  } catch (error) {
    if (error instanceof ExpectedError) return answers;
    throw error;
  }
}

/** The answers with the places of a ranking that do not fit, for the person to put right. */
export function withGivenPlaces(
  answers: Answers,
  question: Question | null,
  { problem, given = '' }: Pick<PageQuery, 'problem' | 'given'>,
): Answers {
  const isWrong = problem === 'places' && question?.kind === 'ranking';
  return isWrong ? { ...answers, [question.key]: given.split(',') } : answers;
}
