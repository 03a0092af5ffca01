import { type Choice, type Definition, type Question, scaleOf } from '@/lib/widget/definition';

type ScoreMetric = 'nps' | 'csat' | 'ces';

function metricOf({ kind }: Pick<Question, 'kind'>): ScoreMetric | null {
  return scaleOf[kind] ? (kind as ScoreMetric) : null;
}

/**
 * The questions whose answers are the survey's scores, by key: of each metric one, or a person would count twice in a score,
 * with answers to different questions. It is the one that was it before, or else the first; the others are told question by
 * question.
 * @param earlier questions of all versions, those of the latest first
 */
export function chooseScores(
  { questions }: Definition,
  earlier: readonly { key: string; metric: string | null }[],
): Map<string, ScoreMetric> {
  const chosen = new Map<string, ScoreMetric>();
  const metrics = new Set(questions.map(metricOf).filter((metric) => metric !== null));
  for (const metric of metrics) {
    const asking = questions.filter((question) => metricOf(question) === metric);
    const before = earlier.find((one) => one.metric === metric && asking.some(({ key }) => key === one.key));
    const key = before?.key ?? asking[0]?.key;
    if (key !== undefined) chosen.set(key, metric);
  }
  return chosen;
}

/** A key that was asked before must be the same kind of question, or its answers could not be counted together. */
export function findKeyProblems(
  { questions }: Definition,
  earlier: readonly { key: string; kind: string }[],
): string[] {
  const kinds = new Map(earlier.map(({ key, kind }) => [key, kind]));
  return questions.flatMap(({ key, kind }, position) =>
    (kinds.get(key) ?? kind) === kind
      ? []
      : [`Question ${position + 1}: an earlier version asked "${key}" in another way. Add a new question.`],
  );
}

/**
 * Choices and rows are counted by their keys over all versions. Words may be mended; but what says now what another one said
 * has been written over it, and their answers would be counted as the other's.
 * @param earlier questions of all published versions
 */
export function findChoiceKeyProblems({ questions }: Definition, earlier: readonly Question[]): string[] {
  return questions.flatMap(({ key, choices, rows }, position) => {
    const before = earlier.filter((question) => question.key === key);
    const swapped = [
      ...findSwapped(
        choices,
        before.map((question) => question.choices),
      ),
      ...findSwapped(
        rows,
        before.map((question) => question.rows),
      ),
    ];
    return swapped.map(
      (text) =>
        `Question ${position + 1}: "${text}" was another entry in an earlier version, and the answers to both would be mixed. Remove this entry and add it anew.`,
    );
  });
}

function findSwapped(now: readonly Choice[], before: readonly (readonly Choice[])[]): string[] {
  return now
    .filter(({ key, text }) => {
      const own = before.flat().filter((choice) => choice.key === key);
      const isNew = own.length === 0 || own.some((choice) => isSame(choice.text, text));
      return !isNew && before.flat().some((choice) => choice.key !== key && isSame(choice.text, text));
    })
    .map(({ text }) => text);
}

function isSame(one: string, other: string): boolean {
  return one.trim().toLowerCase() === other.trim().toLowerCase();
}

/**
 * A definition with the questions, choices and rows of other versions that it does not have itself, after its own: people
 * answered them, and their answers count by their keys.
 * @param others the latest first: its words are taken
 * @param mark what its words say of one that it does not have
 */
export function withOtherVersions(
  definition: Definition,
  others: readonly Definition[],
  mark: (text: string) => string,
): Definition {
  const asked = others.flatMap(({ questions }) => questions);
  const questions = definition.questions.map((question) => {
    const same = asked.filter(({ key }) => key === question.key);
    return {
      ...question,
      choices: withMissing(
        question.choices,
        same.flatMap(({ choices }) => choices),
        mark,
      ),
      rows: withMissing(
        question.rows,
        same.flatMap(({ rows }) => rows),
        mark,
      ),
    };
  });
  return { ...definition, questions: withMissing(questions, asked, mark) };
}

function withMissing<Entry extends { key: string; text: string }>(
  own: readonly Entry[],
  others: readonly Entry[],
  mark: (text: string) => string,
): Entry[] {
  const entries = new Map(own.map((entry) => [entry.key, entry]));
  for (const entry of others) {
    if (!entries.has(entry.key)) entries.set(entry.key, { ...entry, text: mark(entry.text) });
  }
  return [...entries.values()];
}

/** The mark of what the latest version does not ask. */
export const noLongerAsked = (text: string): string => `${text} (no longer asked)`;
