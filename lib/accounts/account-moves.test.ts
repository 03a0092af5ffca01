import { expect, it } from 'vitest';
import { findMoves } from '@/lib/accounts/account-moves';
import { newState } from '@/lib/accounts/account-state';

it('tells plan, segment and stages that became others, and nothing that became known', () => {
  const state = (more: object) => newState('a', { externalId: 'acme', ...more });
  const before = state({ plan: 'Basic', custom: { lifecyclestage: 'trial', city: 'Bonn', seats: '3' } });
  const after = state({
    ...{ plan: 'Pro', segment: 'SMB' },
    custom: { lifecyclestage: 'customer', city: 'Köln', 'Account Status': 'green' },
  });
  expect(findMoves(before, after)).toEqual([
    { accountId: 'a', field: 'plan', before: 'Basic', after: 'Pro' },
    { accountId: 'a', field: 'lifecyclestage', before: 'trial', after: 'customer' },
  ]);
  expect(findMoves(after, after)).toEqual([]);
  expect(findMoves(after, state({ custom: {} })).map(({ field, after: now }) => [field, now])).toEqual([
    ['plan', null],
    ['segment', null],
    ['lifecyclestage', null],
    ['Account Status', null],
  ]);
});
