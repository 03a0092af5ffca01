import { expect, test } from 'vitest';
import { describeFacts } from '@/lib/issues/describe-facts';
import { makeRankedIssue } from '@/lib/issues/testing/make-ranked-issue';

const run = {
  asOf: new Date('2026-10-31'),
  totals: {
    ...{ hasChurn: true, churnLeftOut: null, accounts: 400, panelAccounts: 387, churnedAccounts: 75 },
    ...{ portfolioInterval: null, linkedAtRiskCents: 0, linkedInterval: null },
    ...{ portfolioAtRiskCents: 0, currency: 'USD', accountsWithArr: 380, accountsWithoutRate: 0 },
  },
};

/** The facts of an issue whose ratio of 4.6 is as sure as this. */
function factsWith({ qValue, low }: { qValue: number; low: number }): string {
  const issue = makeRankedIssue('Slow');
  const { churn } = issue.details;
  const estimate = churn.estimate && { ...churn.estimate, qValue, interval: { low, high: 9 } };
  const ranked = { ...issue, details: { ...issue.details, churn: { ...churn, estimate } } };
  return describeFacts({ run, ranked, issues: 12 }).join(' ');
}

test('what is unlikely to be chance is told as an association, never as a cause', () => {
  const facts = factsWith({ qValue: 0.001, low: 2.5 });
  expect(facts).toContain('It ranks 1 of 12');
  expect(facts).toContain('about $208K of it is at risk within 12 months');
  expect(facts).toContain('associated with 4.6 times the churn');
  expect(facts).toContain('Whether it causes it, numbers alone cannot say');
});

test.each([
  { qValue: 0.96, low: 0.4 },
  { qValue: 0.03, low: 0.99 },
])('what may be chance is not told as a finding: %j', (given) => {
  const facts = factsWith(given);
  expect(facts).not.toContain('It is associated');
  expect(facts).not.toContain('about $208K of it is at risk');
  expect(facts).toContain('which may be chance: it is not called associated with churn');
  expect(facts).toContain('that any of it is at risk is not shown: the estimate over 12 months is $208K');
});

test('without a rank there is nothing to tell', () => {
  expect(describeFacts({ run: null, ranked: null, issues: 3 })).toEqual([
    'It has no figures: it was made by hand, or nobody complains of it now.',
  ]);
});
