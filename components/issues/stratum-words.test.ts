import { expect, test } from 'vitest';
import { COARSENINGS } from '@/lib/impact/strata';
import { describeStratum, type StratumFacts } from './stratum-words';

const facts: StratumFacts = {
  field: null,
  plan: 'Team',
  revenueBand: '1k-10k',
  tenureBand: '3-12',
  isRenewalDue: false,
  level: 1,
  starts: new Date('2026-05-01'),
};

test('says what a month shares with those it is compared with, finest first', () => {
  expect(describeStratum(facts, 0, 'USD')).toBe(
    'Plan Team, ARR of $1K to $10K, customer for 3 to 12 months, no renewal due, quarter 2 of 2026, other feedback on 1 to 2 days',
  );
  expect(describeStratum({ ...facts, level: 0 }, COARSENINGS.length - 1, 'USD')).toBe('No other feedback');
});

test('says what is unknown, and where a band has one end only', () => {
  const unknown: StratumFacts = {
    ...facts,
    plan: null,
    revenueBand: 'unknown',
    tenureBand: 'unknown',
    isRenewalDue: true,
    level: 4,
  };
  expect(describeStratum(unknown, 1, 'USD')).toBe(
    'Plan unknown, ARR unknown, start unknown, renewal due, in 2026, other feedback on 12 days or more',
  );
  expect(describeStratum({ ...facts, revenueBand: 'under-1k' }, 1, 'USD')).toContain('ARR under $1K');
  expect(describeStratum({ ...facts, revenueBand: 'over-1m' }, 1, 'EUR')).toContain('ARR of €1M or more');
});
