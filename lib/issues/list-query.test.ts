import { expect, test } from 'vitest';
import { formatListQuery, isListed, parseListQuery } from '@/lib/issues/list-query';

test('a query is read as it was written, and what does not fit is no query', () => {
  const state = {
    weights: { frequency: 1, churn: 3, impact: 1 },
    status: 'planned',
    owner: 'me',
    filter: { plan: 'Team & Co', channel: 'ticket', from: '2026-10-01' },
  } as const;
  expect(parseListQuery(formatListQuery(state))).toEqual(state);
  expect(parseListQuery('')).toEqual({ weights: null, status: null, owner: null, filter: {} });
  for (const query of ['status=gone', 'owner=1', 'weights=0:0:0', 'from=soon', 'channel=fax']) {
    expect(parseListQuery(query)).toBeNull();
  }
});

test.each([
  [{}, true],
  [{ status: 'planned' }, true],
  [{ status: 'new' }, false],
  [{ owner: 'me' }, true],
  [{ owner: 'nobody' }, false],
  [{ owner: 'm2' }, false],
] as const)('an issue of mine that is planned, under %j', (narrowed, shown) => {
  expect(
    isListed({ status: 'planned', ownerId: 'm1' }, { status: null, owner: null, ...narrowed }, 'm1'),
  ).toBe(shown);
});

test('an issue of nobody is not mine', () => {
  expect(isListed({ status: 'new', ownerId: null }, { status: null, owner: 'me' }, 'm1')).toBe(false);
  expect(isListed({ status: 'new', ownerId: null }, { status: null, owner: 'nobody' }, 'm1')).toBe(true);
});
