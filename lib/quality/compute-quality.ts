import { seedFrom } from '@/lib/core/random';
import { type Channel, channelNames } from '@/lib/feedback/schema';
import { type ComparedStatement, isCompared, opinionsOf, type SettledStatement } from '@/lib/quality/judged';
import { UNKNOWN_LANGUAGE } from '@/lib/quality/judged-filter';
import { computeBootstrapInterval } from '@/lib/stats/bootstrap-interval';
import type { Interval } from '@/lib/stats/interval';
import { computeKrippendorffAlpha } from '@/lib/stats/krippendorff-alpha';
import { computeMacroF1 } from '@/lib/stats/macro-f1';
import { computeReliability, type ReliabilityBin } from '@/lib/stats/reliability';
import { computeWilsonInterval } from '@/lib/stats/wilson-interval';

/** Below so many statements macro-F1 and alpha say more about chance than about the engine. */
export const FEWEST_STATEMENTS = 20;

/** A figure with its 95 % interval; without one where too many resamples cannot be computed. */
export interface Estimated {
  value: number;
  interval: Interval | null;
}

/** How far the engine agrees with people over some statements. */
export interface Agreement {
  n: number;
  right: number;
  /** Share 0..1 that the engine got right, Wilson's interval; null without statements. */
  accuracy: Estimated | null;
  /** 0..1, bootstrap over statements; null below {@link FEWEST_STATEMENTS}. */
  macroF1: Estimated | null;
  /** Krippendorff's alpha between a person and the engine, -1..1, bootstrap over statements; null likewise. */
  alpha: Estimated | null;
}

export interface GroupAgreement<Key extends string = string> extends Agreement {
  key: Key;
  name: string;
}

export interface Quality {
  /** Statements with a label of a person. */
  labelled: number;
  /** Of those, where people cannot tell, and where they can but the engine gave no label. */
  cannotTell: number;
  notRead: number;
  overall: Agreement;
  bySource: GroupAgreement[];
  byChannel: GroupAgreement<Channel>[];
  byLanguage: GroupAgreement[];
  /** Statements where the person says one thing and the engine another, or the same: `confusion.get('negative neutral')`. */
  confusion: Map<string, number>;
  reliability: ReliabilityBin[];
  /** Agreement between people, over statements with the opinion of two or more; null where there is none. */
  people: { n: number; alpha: Estimated | null } | null;
  /** Engines that the labels were held against, by version. */
  versions: { version: string; n: number }[];
}

/**
 * What a labelled sample says of the engine. Statements where people cannot tell are counted apart: no label of the engine
 * could be right there. The same labels give the same figures, intervals included.
 */
export function computeQuality(statements: readonly SettledStatement[]): Quality {
  const compared = statements.filter(isCompared);
  const cannotTell = statements.filter(({ settled }) => settled.answer === 'no_opinion').length;
  const judgedTwice = statements.map(opinionsOf).filter((opinions) => opinions.length > 1);
  return {
    labelled: statements.length,
    cannotTell,
    notRead: statements.length - cannotTell - compared.length,
    overall: computeAgreement(compared),
    bySource: groupAgreement(compared, ({ sourceId, sourceName }) => [sourceId, sourceName]),
    byChannel: groupAgreement(compared, ({ channel }) => [channel, channelNames[channel]]),
    byLanguage: groupAgreement(compared, ({ language }) => [
      language ?? UNKNOWN_LANGUAGE,
      language ?? UNKNOWN_LANGUAGE,
    ]),
    confusion: countBy(compared, ({ settled }) => `${settled.answer} ${settled.engineLabel}`),
    reliability: computeReliability(
      compared.flatMap(({ settled: { answer, engineLabel, engineConfidence } }) =>
        engineConfidence === null ? [] : [{ confidence: engineConfidence, isRight: answer === engineLabel }],
      ),
    ),
    people:
      judgedTwice.length === 0
        ? null
        : { n: judgedTwice.length, alpha: estimate(judgedTwice, computeKrippendorffAlpha) },
    versions: [...countBy(compared, ({ settled }) => settled.engineVersion ?? '')]
      .map(([version, n]) => ({ version, n }))
      .sort((a, b) => b.n - a.n),
  };
}

function computeAgreement(statements: readonly ComparedStatement[]): Agreement {
  const n = statements.length;
  const pairs = statements.map(({ settled }) => ({ truth: settled.answer, said: settled.engineLabel }));
  const right = pairs.filter(({ truth, said }) => truth === said).length;
  return {
    n,
    right,
    accuracy: n === 0 ? null : { value: right / n, interval: computeWilsonInterval(right, n) },
    macroF1: estimate(pairs, computeMacroF1),
    alpha: estimate(
      pairs.map(({ truth, said }) => [truth, said]),
      computeKrippendorffAlpha,
    ),
  };
}

/** A figure and its interval; the seed follows from how many items there are, so that a page read twice says the same. */
function estimate<Item>(
  items: readonly Item[],
  statistic: (items: readonly Item[]) => number | null,
): Estimated | null {
  if (items.length < FEWEST_STATEMENTS) return null;
  const value = statistic(items);
  if (value === null) return null;
  return {
    value,
    interval: computeBootstrapInterval(items, statistic, { seed: seedFrom(`quality ${items.length}`) }),
  };
}

/** One line for each group, the largest first. */
function groupAgreement<Key extends string>(
  statements: readonly ComparedStatement[],
  groupOf: (statement: ComparedStatement) => [key: Key, name: string],
): GroupAgreement<Key>[] {
  const groups = new Map<Key, { name: string; members: ComparedStatement[] }>();
  for (const statement of statements) {
    const [key, name] = groupOf(statement);
    const group = groups.get(key) ?? { name, members: [] };
    group.members.push(statement);
    groups.set(key, group);
  }
  return [...groups]
    .map(([key, { name, members }]) => ({ key, name, ...computeAgreement(members) }))
    .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name, 'en'));
}

function countBy<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
}
