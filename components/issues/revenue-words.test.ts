import { expect, test } from 'vitest';
import { describeRevenue } from './revenue-words';

const known = {
  exposedAccounts: 8,
  accountsWithArr: 8,
  exposedArrCents: 149_000_000,
  arrAtRisk: { cents: 20_800_000, lowCents: 600_000, highCents: 51_700_000 },
};

test('what is known is said with its interval', () => {
  expect(describeRevenue(known, 'USD')).toEqual({
    exposed: '$1.49M',
    atRisk: '$208K',
    interval: '$6K to $520K',
    noExposedReason: null,
    noAtRiskReason: null,
    basis: null,
  });
});

test('revenue that is known of no account is unknown, not 0', () => {
  const words = describeRevenue(
    { ...known, accountsWithArr: 0, exposedArrCents: null, arrAtRisk: null },
    'USD',
  );
  expect(words).toMatchObject({ exposed: null, atRisk: null, interval: null, basis: null });
  expect(words.noExposedReason).toBe('no revenue known for its 8 accounts');
  expect(words.noAtRiskReason).toBe(words.noExposedReason);
  expect(JSON.stringify(words)).not.toContain('$');
});

test('without an account there is none to know revenue of', () => {
  const none = { exposedAccounts: 0, accountsWithArr: 0, exposedArrCents: null, arrAtRisk: null };
  expect(describeRevenue(none, 'USD')).toMatchObject({
    exposed: null,
    noExposedReason: 'no account has it now',
  });
});

test('a sum over some of the accounts says over how many', () => {
  expect(describeRevenue({ ...known, accountsWithArr: 5 }, 'USD').basis).toBe(
    'revenue known for 5 of 8 accounts',
  );
});

test('a revenue of 0 that is known is said', () => {
  expect(describeRevenue({ ...known, exposedArrCents: 0, arrAtRisk: null }, 'USD')).toMatchObject({
    exposed: '$0',
    atRisk: null,
    noAtRiskReason: 'too little is known of who leaves to tell',
  });
});
