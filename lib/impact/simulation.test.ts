import { beforeAll, expect, test } from 'vitest';
import { judgeSimulation, type SimulationFindings } from '@/lib/impact/testing/judge-simulation';
import { PLANTED } from '@/lib/impact/testing/simulate';

const SEEDS = 60;
const TRUE_RISK_RATIO = 2.5;
/** Four standard errors below the nominal 95 %: what chance alone may do to the coverage over this many seeds. */
const MIN_COVERAGE = 0.95 - 4 * Math.sqrt((0.95 * 0.05) / SEEDS);

let findings: SimulationFindings;

function findingsOf(themeId: string) {
  const found = findings.themes.get(themeId);
  if (found === undefined) throw new Error(`${themeId} is not planted`);
  return found;
}

beforeAll(() => {
  findings = judgeSimulation(
    { accounts: 400, months: 18, driverRiskRatio: TRUE_RISK_RATIO },
    { seeds: SEEDS },
  );
}, 60_000);

test('the true driver is found, ranks first, and its interval covers the truth', () => {
  const { estimates, covered, found, logErrors } = findingsOf(PLANTED.driver);
  expect(estimates).toBe(SEEDS);
  expect(found.called).toBeGreaterThan(0.85 * SEEDS);
  expect(covered / estimates).toBeGreaterThan(MIN_COVERAGE);
  expect(Math.abs(logErrors / estimates)).toBeLessThan(0.1);
  expect(findings.driverFirst.panel).toBeGreaterThanOrEqual(0.95 * SEEDS);
});

test.each([PLANTED.confounder, PLANTED.afterLeaving, PLANTED.duringNotice, ...PLANTED.noise])(
  '%s is not called linked to churn',
  (themeId) => {
    const { estimates, covered, found } = findingsOf(themeId);
    expect(found.panel).toBeLessThanOrEqual(0.1 * SEEDS);
    expect(covered / estimates).toBeGreaterThan(MIN_COVERAGE);
  },
);

test('few findings are false', () => {
  const { panel, called } = findings.falseDiscoveries;
  expect(panel.mean).toBeLessThan(0.05 + 3 * panel.standardError);
  expect(called.mean).toBeLessThanOrEqual(panel.mean);
});

test('the naive comparison fails where the panel does not', () => {
  expect(findingsOf(PLANTED.afterLeaving).found.naive).toBeGreaterThan(0.95 * SEEDS);
  expect(findingsOf(PLANTED.duringNotice).found.naive).toBeGreaterThan(0.95 * SEEDS);
  expect(findingsOf(PLANTED.confounder).found.naive).toBeGreaterThan(0.3 * SEEDS);
  expect(findingsOf(PLANTED.driver).found.naive).toBeLessThan(0.6 * SEEDS);
  expect(findings.falseDiscoveries.naive.mean).toBeGreaterThan(0.3);
});
