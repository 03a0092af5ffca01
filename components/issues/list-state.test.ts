import { expect, test } from 'vitest';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { addressOf, type ListView, queryOf } from './list-state';

const all: ListView = { weights: PRIORITY_PRESETS.balanced, status: null, owner: null, page: 1, filter: {} };

test('an address says only what differs from the workspace’s own list', () => {
  expect(addressOf(all, PRIORITY_PRESETS.balanced)).toBe('?');
  const view: ListView = {
    weights: PRIORITY_PRESETS.loudest,
    status: 'planned',
    owner: 'me',
    page: 2,
    filter: { plan: 'Team' },
  };
  expect(addressOf(view, PRIORITY_PRESETS.balanced)).toBe(
    '?weights=3%3A1%3A1&status=planned&owner=me&plan=Team&page=2',
  );
  expect(queryOf(view, PRIORITY_PRESETS.loudest)).toBe('status=planned&owner=me&plan=Team');
});
