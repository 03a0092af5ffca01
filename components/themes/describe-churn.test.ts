import { expect, test } from 'vitest';
import type { ImpactDetails } from '@/lib/impact/schema';
import { describeChurn } from './describe-churn';

const estimate = (riskRatio: number, qValue: number, interval = { low: 1.4, high: 3.2 }) => ({
  riskRatio,
  logRiskRatio: Math.log(riskRatio),
  standardError: 0.2,
  interval,
  test: 'cochran-mantel-haenszel' as const,
  pValue: 0.001,
  qValue,
  eValue: 3,
  intervalEValue: 2,
});
const churn = (more: Partial<ImpactDetails['churn']>): ImpactDetails['churn'] => ({
  themeId: 't',
  exposedAccounts: 40,
  exposedMonths: 200,
  exposedChurned: 9,
  comparisonMonths: 900,
  comparisonChurned: 12,
  coarsening: 0,
  strata: 12,
  keptExposedShare: 0.9,
  estimate: null,
  reason: null,
  shrunk: { riskRatio: 1, interval: { low: 0.5, high: 2 }, probabilityPositive: 0.5 },
  sensitivity: [],
  ...more,
});

test('says by how much, and that it is an association', () => {
  expect(describeChurn(churn({ estimate: estimate(2.13, 0.004) }))).toEqual({
    text: 'Associated with churn: accounts with this problem left 2.1 times as often as comparable accounts without it.',
    figures:
      'risk ratio 2.13, 95% interval 1.4 to 3.2, very unlikely to be chance, q = 0.004; 9 left in 200 months of 40 accounts with the problem',
  });
});

test('says nothing of a ratio that may be chance', () => {
  expect(describeChurn(churn({ estimate: estimate(2.13, 0.2) })).text).toMatch(/^No detectable association/);
});

test('calls a theme associated only where its issue is: the whole interval on one side of 1', () => {
  const across = estimate(1.6, 0.03, { low: 0.9, high: 2.8 });
  expect(describeChurn(churn({ estimate: across })).text).toMatch(/^No detectable association/);
  const below = estimate(0.5, 0.03, { low: 0.3, high: 0.8 });
  expect(describeChurn(churn({ estimate: below })).text).toMatch(
    /^Associated with less churn: .* 0\.5 times/,
  );
});

test('says why there is no estimate', () => {
  const { text, figures } = describeChurn(churn({ reason: 'too-few-exposed-accounts' }));
  expect(text).toMatch(/fewer than 5 accounts had the problem/);
  expect(figures).toBeNull();
});
