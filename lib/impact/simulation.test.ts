import { beforeAll, expect, test } from 'vitest';
import { type ChurnEstimate, computeChurnAssociations } from '@/lib/impact/churn-association';
import type { PanelInput } from '@/lib/impact/panel';
import { PLANTED, PLANTED_THEMES, simulateWorkspace } from '@/lib/impact/testing/simulate';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { computeFisherExact } from '@/lib/stats/fisher-exact';

const SEEDS = 60;
const TRUE_RISK_RATIO = 2.5;
/** Four standard errors below the nominal 95 %: what chance alone may do to the coverage over this many seeds. */
const MIN_COVERAGE = 0.95 - 4 * Math.sqrt((0.95 * 0.05) / SEEDS);

interface Findings {
  estimates: ChurnEstimate[];
  /** Seeds in which the theme was called linked to churn (q < 0.05), by the panel and by the naive comparison. */
  flagged: number;
  naivelyFlagged: number;
}

const findings = new Map<string, Findings>(
  PLANTED_THEMES.map((themeId) => [themeId, { estimates: [], flagged: 0, naivelyFlagged: 0 }]),
);
let falseDiscoveryProportions = 0;

/** q values of "did accounts that ever mentioned it churn more often?", the comparison the panel replaces. */
function compareNaively({ accounts, mentions }: PanelInput): number[] {
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
  return adjustBenjaminiHochberg(pValues);
}

function findingsOf(themeId: string): Findings {
  const found = findings.get(themeId);
  if (found === undefined) throw new Error(`${themeId} is not planted`);
  return found;
}

function coverage({ estimates }: Findings, truth: number): number {
  const covered = estimates.filter(({ interval }) => interval.low <= truth && truth <= interval.high);
  return covered.length / estimates.length;
}

function meanRiskRatio({ estimates }: Findings): number {
  return Math.exp(estimates.reduce((sum, { logRiskRatio }) => sum + logRiskRatio, 0) / estimates.length);
}

beforeAll(() => {
  for (let seed = 1; seed <= SEEDS; seed++) {
    const input = simulateWorkspace({ seed, accounts: 400, months: 18, driverRiskRatio: TRUE_RISK_RATIO });
    const { themes } = computeChurnAssociations(input, PLANTED_THEMES, { sensitivityLagDays: [] });
    const naive = compareNaively(input);
    let flagged = 0;
    let falselyFlagged = 0;
    for (const [position, { themeId, estimate }] of themes.entries()) {
      const found = findingsOf(themeId);
      if ((naive[position] ?? 1) < 0.05) found.naivelyFlagged++;
      if (estimate === null) continue;
      found.estimates.push(estimate);
      if (estimate.qValue >= 0.05) continue;
      found.flagged++;
      flagged++;
      if (themeId !== PLANTED.driver) falselyFlagged++;
    }
    falseDiscoveryProportions += falselyFlagged / Math.max(1, flagged);
  }
}, 60_000);

test('the true driver is found, and its interval covers the truth', () => {
  const driver = findingsOf(PLANTED.driver);
  expect(driver.estimates).toHaveLength(SEEDS);
  expect(driver.flagged).toBeGreaterThan(0.9 * SEEDS);
  expect(coverage(driver, TRUE_RISK_RATIO)).toBeGreaterThan(MIN_COVERAGE);
  expect(Math.abs(Math.log(meanRiskRatio(driver) / TRUE_RISK_RATIO))).toBeLessThan(0.1);
});

test.each([PLANTED.confounder, PLANTED.afterLeaving, PLANTED.duringNotice, ...PLANTED.noise])(
  '%s is not called linked to churn',
  (themeId) => {
    const found = findingsOf(themeId);
    expect(found.flagged).toBeLessThanOrEqual(0.1 * SEEDS);
    expect(coverage(found, 1)).toBeGreaterThan(MIN_COVERAGE);
  },
);

test('few findings are false', () => {
  expect(falseDiscoveryProportions / SEEDS).toBeLessThan(0.15);
});

test('the naive comparison fails where the panel does not', () => {
  expect(findingsOf(PLANTED.afterLeaving).naivelyFlagged).toBeGreaterThan(0.95 * SEEDS);
  expect(findingsOf(PLANTED.duringNotice).naivelyFlagged).toBeGreaterThan(0.95 * SEEDS);
  expect(findingsOf(PLANTED.confounder).naivelyFlagged).toBeGreaterThan(0.3 * SEEDS);
  expect(findingsOf(PLANTED.driver).naivelyFlagged).toBeLessThan(0.6 * SEEDS);
});
