import { expect, test } from 'vitest';
import { findAccountFault } from '@/lib/accounts/find-account-fault';

const today = new Date('2026-10-05T09:00:00Z');
const on = (text: string) => new Date(`${text}T00:00:00Z`);
const faultOf = (account: Parameters<typeof findAccountFault>[0]) => findAccountFault(account, today);

test('an account cannot leave before it started, nor leave or pay in the future', () => {
  expect(faultOf({ startedAt: on('2026-03-02'), churnedAt: on('2026-03-01') })).toEqual({
    field: 'churnedAt',
    reason: 'the account left (2026-03-01) before it started (2026-03-02)',
  });
  expect(faultOf({ churnedAt: on('2026-10-06') })?.reason).toContain('left in the future (2026-10-06)');
  expect(faultOf({ arrHistory: [{ validFrom: on('2026-01-01') }, { validFrom: on('2027-01-01') }] })).toEqual(
    {
      field: 'arrHistory.1.validFrom',
      reason: 'the revenue is said to hold from a day in the future (2027-01-01)',
    },
  );
});

test('it cannot renew before it started; on the same day it may', () => {
  expect(faultOf({ startedAt: on('2026-03-02'), renewalAt: on('2026-03-01') })).toEqual({
    field: 'renewalAt',
    reason: 'the account renews (2026-03-01) before it started (2026-03-02)',
  });
  expect(faultOf({ startedAt: on('2026-03-02'), renewalAt: on('2026-03-02') })).toBeNull();
  expect(faultOf({ renewalAt: on('2020-03-01') })).toBeNull();
  expect(faultOf({ startedAt: on('0001-01-01') })?.reason).toContain('before 1901 (0001-01-01)');
});

test('it may start within a year, for contracts are signed before they begin', () => {
  expect(faultOf({ startedAt: on('2027-01-01') })).toBeNull();
  expect(faultOf({ startedAt: on('2062-01-01') })).toMatchObject({ field: 'startedAt' });
});

test('it renews within eleven years', () => {
  expect(faultOf({ renewalAt: on('2037-10-05') })).toBeNull();
  expect(faultOf({ renewalAt: on('2037-10-06') })).toEqual({
    field: 'renewalAt',
    reason: 'the account renews more than 11 years ahead (2037-10-06)',
  });
  expect(faultOf({ startedAt: on('2026-01-01'), renewalAt: on('2190-01-01') })?.field).toBe('renewalAt');
});

test('revenue is not below zero and has a currency', () => {
  expect(faultOf({ arrCents: -1, currency: 'EUR' })?.field).toBe('arrCents');
  expect(faultOf({ arrCents: 0 })?.field).toBe('currency');
  expect(faultOf({ startedAt: on('2026-03-02'), churnedAt: on('2026-03-02') })).toBeNull();
});
