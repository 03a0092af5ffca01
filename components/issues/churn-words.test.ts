import { expect, test } from 'vitest';
import type { ImpactDetails } from '@/lib/impact/schema';
import { describeCounted } from './churn-times';
import { describeAssociation, listChurnFigures } from './churn-words';

const makeChurn = (estimate: Partial<NonNullable<ImpactDetails['churn']['estimate']>> | null) =>
  ({
    themeId: 't',
    exposedAccounts: 88,
    exposedMonths: 343,
    exposedChurned: 21,
    comparisonMonths: 2900,
    comparisonChurned: 31,
    coarsening: 0,
    strata: 120,
    keptExposedShare: 0.92,
    estimate: estimate && {
      riskRatio: 4.76,
      logRiskRatio: 1.56,
      standardError: 0.29,
      interval: { low: 2.68, high: 8.47 },
      test: 'cochran-mantel-haenszel',
      pValue: 0.000001,
      qValue: 0.00002,
      eValue: 8.99,
      intervalEValue: 4.8,
      ...estimate,
    },
    reason: estimate ? null : 'too-few-exposed-accounts',
    shrunk: { riskRatio: 2.99, interval: { low: 1.85, high: 4.83 }, probabilityPositive: 1 },
    sensitivity: [],
  }) satisfies ImpactDetails['churn'];

const parameters = {
  windowDays: 90,
  lagDays: 30,
  keptPercent: 80,
  strataField: '',
  coverage: { feedbackFrom: 19_800, feedbackUntil: 20_600, churnUntil: 20_600 },
  weights: { frequency: 1, churn: 1, impact: 1 },
};

test('a clear association is called one, and never a cause', () => {
  const words = describeAssociation(makeChurn({}));
  expect(words).toContain('4.8 times as often');
  expect(words).toContain('2.7 to 8.5');
  expect(words).toContain(
    'The problem is associated with churn; whether it causes it, numbers alone cannot say.',
  );
});

test('what may be chance is not called an association', () => {
  expect(describeAssociation(makeChurn({ qValue: 0.12 }))).toContain('may be chance');
  expect(describeAssociation(makeChurn({ qValue: 0.9 }))).toContain('is not called associated with churn');
});

test('without an estimate the reason is given', () => {
  expect(describeAssociation(makeChurn(null))).toBe(
    'There is no estimate of how this goes with churn: fewer than 5 accounts had the problem while at risk.',
  );
});

test('the figures hold what the counts beside them do not, raw and shrunk', () => {
  const figures = listChurnFigures(makeChurn({}), parameters).flat().join('; ');
  for (const number of ['92%', '4.76', '2.99', '8.99', '1.0e-6']) {
    expect(figures).toContain(number);
  }
  expect(listChurnFigures(makeChurn(null), parameters).map(([term]) => term)).not.toContain('Risk ratio');
});

test('what is counted with stands beside the raw ratio, in as many digits', () => {
  expect(describeCounted(2.0149)).toBe('counted as 2.0');
});
