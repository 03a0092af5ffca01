import { describe, expect, it } from 'vitest';
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
  it('says "associated" only where the evidence bears it', () => {
    expect(describeChurn(churn)).toBe('Associated with 2.1 times the usual churn (95% interval 1.4 to 3.1).');
    expect(describeChurn({ ...churn, estimate: null })).toMatch(/^Goes with 2\.1 times .* may be chance/);
    const lower = { ...churn, shrunk: { ...churn.shrunk, riskRatio: 0.8 } };
    expect(describeChurn({ ...lower, estimate: null })).toMatch(/^Not associated with more churn/);
  });

  it('shows a share that is not above 0 as none, as the sum counts it', () => {
    expect(describeShare(0.123)).toBe('12% of its ARR over 12 months');
    expect(describeShare(-0.1)).toMatch(/^None/);
    expect(describeShare(null)).toMatch(/^Not known/);
  });
});
