import { expect, test } from 'vitest';
import { drawReplicates } from '@/lib/impact/account-bootstrap';
import { computeChurnAssociations } from '@/lib/impact/churn-association';
import { churnValueOf } from '@/lib/impact/churn-value';
import { explainRank } from '@/lib/impact/explain';
import { findLargestValues, PRIORITY_PRESETS } from '@/lib/impact/priority';
import { computeRanking, type RankingInput } from '@/lib/impact/rank';
import { PLANTED, PLANTED_THEMES, simulateWorkspace } from '@/lib/impact/testing/simulate';

const workspace = simulateWorkspace({ seed: 12, accounts: 400, months: 18, driverRiskRatio: 4 });
const input: RankingInput = {
  ...workspace,
  themeIds: PLANTED_THEMES,
  asOfDay: workspace.coverage.churnUntil,
  weights: PRIORITY_PRESETS.churnFirst,
};
const ranking = computeRanking(input);

test('the planted driver comes first when churn counts most, and stays there', () => {
  expect(ranking.rows.map(({ rank }) => rank)).toEqual(PLANTED_THEMES.map((_, position) => position + 1));
  const [first, ...others] = ranking.rows;
  expect(first?.themeId).toBe(PLANTED.driver);
  expect(first?.churnScore).toBeGreaterThan(60);
  for (const { churnScore, churn } of others) {
    expect(churnScore).toBeLessThanOrEqual(100 * (1 - (churn.estimate?.qValue ?? 1)));
    expect(churnScore).toBeLessThan(10);
  }
  expect(ranking.rows[0]?.stability?.top5Share).toBeGreaterThan(0.95);
  expect(ranking.rows.every(({ stability }) => stability?.top10Share === 1)).toBe(true);
});

test('in every draw exactly five themes are in the top five', () => {
  const sum = ranking.rows.reduce((total, { stability }) => total + (stability?.top5Share ?? 0), 0);
  expect(sum).toBeCloseTo(5, 10);
});

test('the same input gives the same ranking, in whatever order it comes', () => {
  const shuffled = computeRanking({ ...input, accounts: [...input.accounts].reverse() });
  expect(shuffled.rows.map(({ themeId, stability }) => [themeId, stability])).toEqual(
    ranking.rows.map(({ themeId, stability }) => [themeId, stability]),
  );
  expect(shuffled.portfolio.cents).toBe(ranking.portfolio.cents);
});

test('a row’s figures are those of its parts', () => {
  for (const row of ranking.rows) {
    expect(row.values.impact).toBeCloseTo((row.revenue.exposedArrCents ?? 0) / 100, 6);
    expect(row.values.churn).toBe(churnValueOf(row.churn));
    expect(row.priorityScore).toBeCloseTo(
      (row.frequencyScore + 3 * (row.churnScore ?? 0) + (row.impactScore ?? 0)) / 5,
      10,
    );
    expect([row.churn.themeId, row.revenue.themeId]).toEqual([row.themeId, row.themeId]);
  }
  const total = ranking.rows.reduce((sum, { revenue }) => sum + (revenue.arrAtRiskCents ?? 0), 0);
  expect(ranking.portfolio.cents).toBeLessThan(total);
  expect(ranking.portfolio.cents).toBeGreaterThan(0);
});

test('strategic weight raises impact, not money at risk', () => {
  const strategicWeights = new Map(input.accounts.map(({ accountId }) => [accountId, 2]));
  const doubled = computeRanking({ ...input, strategicWeights, replicates: 0 });
  for (const row of doubled.rows) {
    const before = ranking.rows.find(({ themeId }) => themeId === row.themeId);
    expect(row.exposedStrategicArrCents).toBe(2 * (before?.exposedStrategicArrCents ?? 0));
    expect(row.revenue.arrAtRiskCents).toBe(before?.revenue.arrAtRiskCents);
    expect([row.stability, row.revenue.interval]).toEqual([null, null]);
  }
});

test('feedback without accounts is ranked by contacts and frequency alone', () => {
  const contacts = computeRanking({ ...input, accounts: [] });
  expect(contacts.churnLeftOut).toBe('no-churn');
  for (const row of contacts.rows) {
    expect(row).toMatchObject({ churnScore: null, impactScore: null });
    expect(row.units).toBeGreaterThan(0);
    expect(row.stability?.top10Share).toBe(1);
  }
});

test('where nothing goes with churn, no theme has much of it, whatever the others have', () => {
  const nothing = simulateWorkspace({ seed: 4, accounts: 400, months: 18, driverRiskRatio: 1 });
  const { rows } = computeRanking({ ...input, ...nothing, replicates: 0 });
  expect(rows.every(({ churn }) => churn.estimate !== null)).toBe(true);
  expect(Math.max(...rows.map(({ churnScore }) => churnScore ?? 100))).toBeLessThan(5);
});

test('a period too short for a month and its window leaves churn out, and says why', () => {
  const { feedbackUntil } = input.coverage;
  const short = { ...input.coverage, feedbackFrom: feedbackUntil - 100, churnUntil: feedbackUntil };
  const { churnLeftOut, rows } = computeRanking({ ...input, coverage: short, replicates: 3 });
  expect(churnLeftOut).toBe('no-months');
  for (const row of rows) {
    expect(row).toMatchObject({ churnScore: null, churn: { estimate: null, reason: 'no-months' } });
    expect(row.revenue.arrAtRiskCents).toBeNull();
  }
});

test('accounts of unknown revenue make nothing of their own: no amount, no score, no portfolio', () => {
  const unknown = input.accounts.map((account) => ({ ...account, arrHistory: [] }));
  const none = computeRanking({ ...input, accounts: unknown, replicates: 3 });
  expect(none).toMatchObject({ accountsWithArr: 0, portfolio: { cents: null, interval: null } });
  const [row] = none.rows;
  expect(row).toMatchObject({
    impactScore: null,
    revenue: { accountsWithArr: 0, exposedArrCents: null, arrAtRiskCents: null, interval: null },
  });
  expect(row?.revenue.exposedAccounts).toBeGreaterThan(0);
  expect(row?.revenue.accounts.every(({ arrCents }) => arrCents === null)).toBe(true);
});

test('where some revenue is known, the amounts rest on those accounts and say on how many', () => {
  const half = input.accounts.map((account, position) =>
    position % 2 === 0 ? account : { ...account, arrHistory: [] },
  );
  const some = computeRanking({ ...input, accounts: half, replicates: 3 });
  const driver = some.rows.find(({ themeId }) => themeId === PLANTED.driver);
  const paying = driver?.revenue.accounts.filter(({ arrCents }) => arrCents !== null) ?? [];
  expect(driver?.revenue.accountsWithArr).toBe(paying.length);
  expect(paying.length).toBeLessThan(driver?.revenue.exposedAccounts ?? 0);
  expect(driver?.revenue.exposedArrCents).toBe(
    paying.reduce((sum, { arrCents }) => sum + (arrCents ?? 0), 0),
  );
  expect(driver?.impactScore).toBeGreaterThan(0);
});

test('a theme never mentioned is still a row', () => {
  const rows = computeRanking({ ...input, themeIds: ['silence', 'driver'], replicates: 2 }).rows;
  expect(rows.map(({ themeId }) => themeId)).toEqual(['driver', 'silence']);
  expect(rows[1]).toMatchObject({ priorityScore: 0, units: 0 });
});

test('replicates follow their seed, and draw as many units as there are', () => {
  const associations = computeChurnAssociations(workspace, PLANTED_THEMES, { sensitivityLagDays: [] });
  const options = { replicates: 3, seed: 5, otherUnits: 10 };
  const replicates = drawReplicates(associations, options);
  expect(drawReplicates(associations, options)).toEqual(replicates);
  expect(drawReplicates(associations, { ...options, seed: 6 })).not.toEqual(replicates);
  for (const { weights } of replicates) {
    expect(weights).toHaveLength(410);
    expect(weights.reduce((sum, weight) => sum + weight, 0)).toBe(410);
  }
});

test('the explanation is the sum a reader can redo', () => {
  const [first] = ranking.rows;
  if (first === undefined) throw new Error('there is no first row');
  const largest = findLargestValues(ranking.rows.map(({ values }) => values));
  const explanation = explainRank(first, { weights: input.weights, largest, currency: 'EUR' });
  const numbers =
    /^([\d.]+) = \(1 × frequency ([\d.]+) \+ 3 × churn ([\d.]+) \+ 1 × impact ([\d.]+)\) \/ 5$/.exec(
      explanation.priority,
    );
  const [priority, frequency, churn, impact] = (numbers ?? []).slice(1).map(Number);
  expect(((frequency ?? Number.NaN) + 3 * (churn ?? 0) + (impact ?? 0)) / 5).toBeCloseTo(priority ?? 0, 1);
  expect(explanation.frequency).toContain(`= ${first.units} accounts and contacts`);
  expect(explanation.impact).toContain('EUR');
  expect(explanation.evidence).toContain('associated with');
  expect(explanation.stability).toContain('top 5');
});

test('the explanation says why there is no estimate, and drops churn where there is none', () => {
  const [row] = computeRanking({ ...input, accounts: [], replicates: 0 }).rows;
  if (row === undefined) throw new Error('there is no row');
  const largest = findLargestValues([row.values]);
  const explanation = explainRank(row, { weights: input.weights, largest, currency: 'EUR' });
  expect(explanation.priority).toMatch(/^[\d.]+ = \(1 × frequency [\d.]+\) \/ 1$/);
  expect(explanation).toMatchObject({
    churn: null,
    impact: null,
    stability: null,
    evidence: 'no estimate: fewer than 5 accounts had the problem while at risk',
  });
});
