import { describe, expect, it } from 'vitest';
import { describeAssociation } from '@/components/issues/churn-words';
import type { ImpactDetails } from '@/lib/impact/schema';
import { describeChurn, describeShare } from './risk-words';

const interval = { low: 1.4, high: 3.1 };
const churn: ImpactDetails['churn'] = {
  themeId: 'sync',
  exposedAccounts: 40,
  exposedMonths: 120,
  exposedChurned: 12,
  comparisonMonths: 900,
  comparisonChurned: 20,
  coarsening: 0,
  strata: 9,
  keptExposedShare: 0.9,
  estimate: {
    ...{ riskRatio: 2.4, logRiskRatio: 0.88, standardError: 0.2, interval, test: 'cochran-mantel-haenszel' },
    ...{ pValue: 0.001, qValue: 0.004, eValue: 4, intervalEValue: 2 },
  },
  reason: null,
  shrunk: { riskRatio: 2.13, interval, probabilityPositive: 0.99 },
  sensitivity: [],
};

describe('how a theme goes with churn', () => {
  it('says the ratio that the issue says, and "associated" only where the evidence bears it', () => {
    expect(describeChurn(churn)).toBe(
      'Associated with churn: accounts with it left 2.4 times as often as like accounts in months without it (95% interval 1.4 to 3.1).',
    );
    expect(describeAssociation(churn)).toContain('2.4 times as often as like accounts');
    const withEstimate = (more: Partial<NonNullable<typeof churn.estimate>>) =>
      describeChurn({ ...churn, estimate: churn.estimate && { ...churn.estimate, ...more } });
    expect(withEstimate({ qValue: 0.3 })).toMatch(/^May be chance: .* 2\.4 times/);
    expect(withEstimate({ riskRatio: 0.8, interval: { low: 0.5, high: 1.2 } })).toMatch(
      /^Not associated with more churn: .* 0\.8 times/,
    );
    expect(describeChurn({ ...churn, estimate: null, reason: 'too-few-exposed-accounts' })).toMatch(
      /^No estimate: fewer than 5 accounts/,
    );
  });

  it('shows a share that is not above 0 as none, as the sum counts it', () => {
    expect(describeShare(0.123)).toBe('12% of its ARR over 12 months');
    expect(describeShare(-0.1)).toMatch(/^None/);
    expect(describeShare(null)).toMatch(/^Not known/);
  });
});
