import { findAsked } from '@/lib/surveys/find-asked';
import { findNameProblems } from '@/lib/surveys/name-problems';
import { findPipingProblems } from '@/lib/surveys/piping-problems';
import { type Condition, type Definition, END, type Question, scaleOf } from '@/lib/widget/definition';

/**
 * What is wrong with a survey's logic, in words, question by question; none where every path ends and every question can be
 * reached. A condition must be about an earlier question and be possible, and a skip must lead forward, so that nobody is
 * led in a circle. No name may be the page's own, and what stands in braces must be replaceable; the rest is a walk over all ways through it, see `findAsked`.
 */
export function findLogicProblems(definition: Definition): string[] {
  const { questions } = definition;
  const positions = new Map(questions.map(({ key }, position) => [key, position]));
  const problems: string[] = [];
  questions.forEach((question, position) => {
    const name = `Question ${position + 1}`;
    const add = (problem: string) => problems.push(`${name}: ${problem}`);
    if (positions.get(question.key) !== position) add(`its key "${question.key}" is taken by another one.`);
    for (const problem of findChoiceProblems(question)) add(problem);
    if (question.showIf) {
      const about = positions.get(question.showIf.question);
      if (about === undefined || about >= position)
        add('it is shown by an answer that comes later or never.');
      else
        for (const problem of findConditionProblems(question.showIf, questions[about]))
          add(`shown if: ${problem}`);
    }
    for (const { when, to } of question.skips) {
      const about = positions.get(when.question);
      const target = to === END ? questions.length : positions.get(to);
      if (target === undefined || target <= position) add('it skips to a question that does not come later.');
      if (about === undefined || about > position) add('it skips by an answer that comes later or never.');
      else for (const problem of findConditionProblems(when, questions[about])) add(`skip: ${problem}`);
    }
  });
  problems.push(...findNameProblems(definition), ...findPipingProblems(definition));
  for (const [index, name] of definition.fields.entries()) {
    if (positions.has(name)) problems.push(`Hidden field "${name}": a question has this key.`);
    if (definition.fields.indexOf(name) !== index)
      problems.push(`Hidden field "${name}": it is named twice.`);
  }
  if (problems.length > 0) return problems;
  const asked = findAsked(questions);
  return questions.flatMap((_, position) =>
    (asked?.has(position) ?? true)
      ? []
      : [
          `Question ${position + 1}: nobody is led to it, whatever they answer. Change a skip before it, or when it is shown.`,
        ],
  );
}

/** More than these nobody puts in order with care, or tells apart on a scale. */
const MOST_CHOICES: Partial<Record<Question['kind'], number>> = { ranking: 12, matrix: 10 };

function findChoiceProblems({ kind, choices, rows }: Question): string[] {
  if (!['single', 'multiple', 'ranking', 'matrix'].includes(kind)) return [];
  if (choices.length < 2) return ['it needs two choices or more.'];
  const most = MOST_CHOICES[kind] ?? choices.length;
  if (choices.length > most) return [`it may have ${most} choices at most.`];
  if (kind === 'matrix' && rows.length === 0) return ['it needs a row.'];
  return [choices, rows].some((list) => new Set(list.map(({ key }) => key)).size < list.length)
    ? ['two of its choices have the same key.']
    : [];
}

function findConditionProblems(condition: Condition, about: Question | undefined): string[] {
  if (!about) return [];
  const scale = scaleOf[about.kind];
  if (scale) {
    const [low, high] = [condition.from ?? scale[0], condition.to ?? scale[1]];
    return low > high || low > scale[1] || high < scale[0]
      ? ['no score can fit it.']
      : condition.anyOf.length > 0
        ? ['it names choices, but the question has a scale.']
        : [];
  }
  if (about.kind === 'consent') {
    return condition.anyOf.join() === 'yes' ? [] : ['consent can only be "yes".'];
  }
  if (about.kind === 'ranking' || about.kind === 'matrix') {
    return ['it is about a ranking or a matrix, which cannot decide.'];
  }
  if (about.choices.length === 0) return ['it is about a question of free text.'];
  if (condition.anyOf.length === 0) return ['choose at least one answer.'];
  const known = new Set(about.choices.map(({ key }) => key));
  return condition.anyOf.every((key) => known.has(key)) ? [] : ['it names a choice that is not there.'];
}
