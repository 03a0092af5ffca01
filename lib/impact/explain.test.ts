import { expect, test } from 'vitest';
import { describeReason, type ExplainedRow, explainRank } from '@/lib/impact/explain';

const row: ExplainedRow = {
  themeId: 't',
  rank: 1,
  priorityScore: 63.62,
  frequencyScore: 50,
  churnScore: 65.85,
  impactScore: 75,
  values: { frequency: 9, churn: 0.66, impact: 50_000 },
  units: 40,
  churn: {
    themeId: 't',
    exposedAccounts: 70,
    exposedMonths: 300,
    exposedChurned: 19,
    comparisonMonths: 2000,
    comparisonChurned: 30,
    coarsening: 0,
    strata: 80,
    keptExposedShare: 0.9,
    estimate: {
      riskRatio: 4.5,
      logRiskRatio: Math.log(4.5),
      standardError: 0.3,
      interval: { low: 2.5, high: null },
      test: 'cochran-mantel-haenszel',
      pValue: 0.00001,
      qValue: 0.0123,
      eValue: 8.5,
      intervalEValue: 4.4,
    },
    reason: null,
    shrunk: { riskRatio: 3, interval: { low: 1.9, high: 5 }, probabilityPositive: 1 },
  },
  revenue: { exposedAccounts: 1, accountsWithArr: 1 },
  stability: { top5Share: 0.97, top10Share: 1 },
};
const context = {
  weights: { frequency: 1, churn: 1, impact: 1 },
  largest: { frequency: 99, impact: 88_888.89 },
  currency: 'EUR',
};

test('the formulas hold the numbers of the row and come out', () => {
  const explained = explainRank(row, context);
  expect(explained.priority).toBe('63.62 = (1 × frequency 50.00 + 1 × churn 65.85 + 1 × impact 75.00) / 3');
  expect(explained.frequency).toContain('50.00 = 100 × ln(1 + 9) / ln(1 + 99)');
  expect((100 * Math.log1p(9)) / Math.log1p(99)).toBeCloseTo(50, 6);
  expect(explained.churn).toContain('65.85 = 100 × (1 − 1 / the shrunk risk ratio 3) × (1 − q 0.0123)');
  expect(100 * (1 - 1 / 3) * (1 - 0.0123)).toBeCloseTo(65.85, 2);
  expect(explained.impact).toContain('75.00 = 100 × √(50000.00 / 88888.89)');
  expect(100 * Math.sqrt(50_000 / 88_888.89)).toBeCloseTo(75, 4);
  expect(explained.impact).toContain('1 active account');
  expect(explained.stability).toBe('in the top 5 in 97 %, in the top 10 in 100 % of the draws of accounts');
});

test('revenue that is known of some accounts, or of none, is said to be', () => {
  const some = explainRank({ ...row, revenue: { exposedAccounts: 3, accountsWithArr: 2 } }, context);
  expect(some.impact).toContain(
    '3 active accounts with the problem in the latest window; of 1 the ARR is unknown',
  );
  const nothing = { ...row, impactScore: 0, values: { ...row.values, impact: 0 } };
  const none = explainRank({ ...nothing, revenue: { exposedAccounts: 3, accountsWithArr: 0 } }, context);
  expect(none.impact).toContain('the ARR is known of none of 3 active accounts');
  expect(none.impact).not.toContain('EUR');
  expect(explainRank({ ...row, impactScore: null }, context).impact).toBeNull();
});

test('the evidence names what was compared, and calls it an association', () => {
  const { evidence } = explainRank(row, context);
  expect(evidence).toContain('associated with 4.50 times the churn');
  expect(evidence).toContain('95 % interval 2.50 to ∞, p = 1.0e-5, q = 0.012');
  expect(evidence).toContain('19 churned in 300 months of 70 accounts');
  expect(evidence).toContain('plan, revenue band, tenure, renewal due or not, calendar quarter');
  expect(evidence).not.toContain('cause');
});

test('what may be chance is not called an association', () => {
  const estimate = row.churn.estimate && { ...row.churn.estimate, qValue: 0.96 };
  const { evidence } = explainRank({ ...row, churn: { ...row.churn, estimate } }, context);
  expect(evidence).toContain('4.50 times the churn of comparable months, which may be chance');
  expect(evidence).not.toContain('associated');
});

test('the ARR at risk is explained with the ratio it counts with, and its floor', () => {
  const { atRisk } = explainRank(row, context);
  expect(atRisk).toContain('ARR × ((1 − p)^12 − (1 − p × 3)^12)');
  expect(atRisk).toContain('Never below 0, neither the sum nor its limits');
});

test('the sum comes out to the digit with the scores as they stand there', () => {
  const third = { ...row, frequencyScore: 33.335, churnScore: 33.335, impactScore: 33.335 };
  expect(explainRank({ ...third, priorityScore: 33.335 }, context).priority).toBe(
    '33.34 = (1 × frequency 33.34 + 1 × churn 33.34 + 1 × impact 33.34) / 3',
  );
});

test('without churn in the workspace two components are left', () => {
  const explained = explainRank({ ...row, churnScore: null, priorityScore: 62.5 }, context);
  expect(explained.priority).toBe('62.50 = (1 × frequency 50.00 + 1 × impact 75.00) / 2');
  expect(explained.churn).toBeNull();
});

test('without an estimate the reason stands in its place', () => {
  const churn = { ...row.churn, estimate: null, reason: 'too-few-churned-accounts' };
  expect(explainRank({ ...row, churn }, context).evidence).toBe(
    'no estimate: fewer than 3 accounts churned in the months looked at',
  );
  const none = explainRank({ ...row, churnScore: 0, churn }, context);
  expect(none.churn).toBe(
    '0 because there is no estimate: fewer than 3 accounts churned in the months looked at',
  );
  const less = { ...row.churn, shrunk: { ...row.churn.shrunk, riskRatio: 0.8 } };
  expect(explainRank({ ...row, churnScore: 0, churn: less }, context).churn).toBe(
    '0 because the shrunk risk ratio 0.8 is not above 1',
  );
  expect(describeReason('something an older version wrote')).toBe('there is too little to tell');
});
