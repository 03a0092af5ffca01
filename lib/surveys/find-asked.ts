import { type Condition, type Question, scaleOf } from '@/lib/widget/definition';

/** What a question may have been answered with, on the way so far; '' for no answer. */
type Possible = ReadonlyMap<string, ReadonlySet<string>>;

const NO_ANSWER: ReadonlySet<string> = new Set(['']);
/** Ways to go through before it is given up: a survey of very much logic. */
const MOST_STEPS = 20_000;

/**
 * Positions of the questions that somebody is asked, whatever they answer before: all ways through the survey, each with the
 * answers that lead there. Null where there are too many ways to look at.
 *
 * An answer to several choices is not split: of two conditions about it both may hold, or neither.
 */
export function findAsked(questions: readonly Question[]): Set<number> | null {
  const asked = new Set<number>();
  const seen = new Set<string>();
  const kinds = new Map(questions.map((question) => [question.key, question]));
  const waiting: [number, Possible][] = [[0, new Map()]];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [position, before] = next;
    const question = questions[position];
    const name = `${position} ${[...before].map(([key, values]) => `${key}:${[...values]}`).join()}`;
    if (!question || seen.has(name)) continue;
    seen.add(name);
    if (seen.size > MOST_STEPS) return null;
    const [shown, hidden] = question.showIf ? split(before, question.showIf, kinds) : [before, null];
    if (hidden) waiting.push([position + 1, hidden]);
    if (!shown) continue;
    asked.add(position);
    let rest: Possible | null = new Map([...shown, [question.key, valuesOf(question)]]);
    for (const { when, to } of question.skips) {
      if (!rest) break;
      const [led, left]: Branches = split(rest, when, kinds);
      const target = questions.findIndex(({ key }) => key === to);
      if (led && target >= 0) waiting.push([target, led]);
      rest = left;
    }
    if (rest) waiting.push([position + 1, rest]);
  }
  return asked;
}

type Branches = [holds: Possible | null, fails: Possible | null];

/** The answers with which a condition holds, and those with which it does not; null: none. */
function split(possible: Possible, condition: Condition, kinds: ReadonlyMap<string, Question>): Branches {
  const values = possible.get(condition.question) ?? NO_ANSWER;
  const fitting = [...values].filter((value) => fits(value, condition, kinds.get(condition.question)));
  const others = [...values].filter((value) => !fitting.includes(value));
  const isWhole = kinds.get(condition.question)?.kind !== 'multiple';
  const narrow = (list: string[]) => {
    if (list.length === 0) return null;
    return isWhole ? new Map([...possible, [condition.question, new Set(list)]]) : possible;
  };
  return [narrow(fitting), narrow(others)];
}

function fits(value: string, { from, to, anyOf }: Condition, question: Question | undefined): boolean {
  if (value === '' || !question) return false;
  const scale = scaleOf[question.kind];
  if (!scale) return anyOf.includes(value);
  return Number(value) >= (from ?? scale[0]) && Number(value) <= (to ?? scale[1]);
}

function valuesOf({ kind, choices, isRequired }: Question): Set<string> {
  const scale = scaleOf[kind];
  const values = scale
    ? Array.from({ length: scale[1] - scale[0] + 1 }, (_, index) => `${scale[0] + index}`)
    : kind === 'consent'
      ? ['yes']
      : choices.map(({ key }) => key);
  return new Set(isRequired && values.length > 0 ? values : [...values, '']);
}
