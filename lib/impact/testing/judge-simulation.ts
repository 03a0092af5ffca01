import { computeChurnAssociations } from '@/lib/impact/churn-association';
import { isChurnLinked, MAX_LINKED_Q_VALUE } from '@/lib/impact/churn-link';
import { churnValueOf } from '@/lib/impact/churn-value';
import type { PanelInput } from '@/lib/impact/panel';
import { PLANTED, PLANTED_THEMES, type Simulation, simulateWorkspace } from '@/lib/impact/testing/simulate';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { computeFisherExact } from '@/lib/stats/fisher-exact';

/** The ways of telling which themes go with churn that are judged side by side. */
export const METHODS = ['panel', 'called', 'naive'] as const;
/**
 * `panel`: q < 0.05. `called`: what the product calls associated with churn, the interval above 1 as well. `naive`: q < 0.05
 * for "did accounts that ever mentioned it churn more often?", the comparison that the panel replaces.
 */
export type Method = (typeof METHODS)[number];

/** A share (0..1) over seeds with its Monte-Carlo standard error. */
export interface MeanShare {
  mean: number;
  standardError: number;
}

/** How one theme fared over all seeds. */
export interface ThemeFindings {
  /** Seeds with an estimate, and those of them whose 95 % interval covered the truth. */
  estimates: number;
  covered: number;
  /** Sum of the estimates' distance from the truth, on the log scale. */
  logErrors: number;
  /** Seeds in which each method found it. */
  found: Record<Method, number>;
}

export interface SimulationFindings {
  seeds: number;
  themes: ReadonlyMap<string, ThemeFindings>;
  /** Share of findings that are false, 0 where nothing is found. */
  falseDiscoveries: Record<Method, MeanShare>;
  /** Seeds in which the true driver ranks first: by what the ranking counts for churn, and by the naive p value. */
  driverFirst: { panel: number; naive: number };
}

/**
 * Simulates workspaces, one a seed, and judges the panel by what was planted. Only the driver does anything: its true risk
 * ratio is `simulation.driverRiskRatio`, that of every other theme 1.
 */
export function judgeSimulation(
  simulation: Omit<Simulation, 'seed'>,
  { firstSeed = 1, seeds }: { firstSeed?: number; seeds: number },
): SimulationFindings {
  const themes = new Map(PLANTED_THEMES.map((themeId) => [themeId as string, makeFindings()]));
  const shares: Record<Method, number[]> = { panel: [], called: [], naive: [] };
  const driverFirst = { panel: 0, naive: 0 };
  for (let seed = firstSeed; seed < firstSeed + seeds; seed++) {
    const input = simulateWorkspace({ ...simulation, seed });
    const { themes: associations } = computeChurnAssociations(input, PLANTED_THEMES, {
      sensitivityLagDays: [],
    });
    const naive = compareNaively(input);
    const found: Record<Method, string[]> = { panel: [], called: [], naive: [] };
    for (const [position, association] of associations.entries()) {
      const { themeId, estimate } = association;
      const truth = themeId === PLANTED.driver ? simulation.driverRiskRatio : 1;
      if ((naive.qValues[position] ?? 1) < MAX_LINKED_Q_VALUE) found.naive.push(themeId);
      const findings = themes.get(themeId);
      if (estimate === null || findings === undefined) continue;
      findings.estimates++;
      findings.logErrors += estimate.logRiskRatio - Math.log(truth);
      if (estimate.interval.low <= truth && truth <= estimate.interval.high) findings.covered++;
      if (estimate.qValue < MAX_LINKED_Q_VALUE) found.panel.push(themeId);
      if (isChurnLinked(association)) found.called.push(themeId);
    }
    for (const method of METHODS) {
      for (const themeId of found[method]) addFinding(themes.get(themeId), method);
      shares[method].push(falseShare(found[method]));
    }
    if (isFirst(associations.map(churnValueOf))) driverFirst.panel++;
    if (isFirst(naive.pValues.map((pValue) => -pValue))) driverFirst.naive++;
  }
  return {
    seeds,
    themes,
    falseDiscoveries: {
      panel: meanOf(shares.panel),
      called: meanOf(shares.called),
      naive: meanOf(shares.naive),
    },
    driverFirst,
  };
}

/** Standard error of a share of `n` seeds. */
export function shareError(share: number, n: number): number {
  return Math.sqrt((share * (1 - share)) / n);
}

function makeFindings(): ThemeFindings {
  return { estimates: 0, covered: 0, logErrors: 0, found: { panel: 0, called: 0, naive: 0 } };
}

function addFinding(findings: ThemeFindings | undefined, method: Method): void {
  if (findings) findings.found[method]++;
}

function falseShare(found: readonly string[]): number {
  return found.filter((themeId) => themeId !== PLANTED.driver).length / Math.max(1, found.length);
}

/** Whether the driver's value is above all others; values are in the order of the planted themes. */
function isFirst(values: readonly number[]): boolean {
  const driver = values[PLANTED_THEMES.indexOf(PLANTED.driver)] ?? Number.NEGATIVE_INFINITY;
  return values.filter((value) => value >= driver).length === 1;
}

function meanOf(shares: readonly number[]): MeanShare {
  const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
  const squares = shares.reduce((sum, share) => sum + (share - mean) ** 2, 0);
  return { mean, standardError: Math.sqrt(squares / (shares.length - 1) / shares.length) };
}

function compareNaively({ accounts, mentions }: PanelInput): { pValues: number[]; qValues: number[] } {
  const pValues = PLANTED_THEMES.map((themeId) => {
    const ever = new Set(
      mentions.flatMap((mention) => (mention.themeId === themeId ? [mention.unitId] : [])),
    );
    const count = (mentioned: boolean, churned: boolean) =>
      accounts.filter(
        (account) => ever.has(account.accountId) === mentioned && (account.churnedDay !== null) === churned,
      ).length;
    return computeFisherExact([
      [count(true, true), count(true, false)],
      [count(false, true), count(false, false)],
    ]);
  });
  return { pValues, qValues: adjustBenjaminiHochberg(pValues) };
}
