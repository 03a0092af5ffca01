import { expect, test } from 'vitest';
import type { Activity } from '@/lib/issues/find-activity';
import { describeActivity } from './activity-words';

const describe = (action: string, details: Activity['details'], other: Activity['other'] = null) =>
  describeActivity({ action, details, other }, nameOf);
const nameOf = (id: string) => ({ m1: 'Ann', m2: 'Bob' })[id] ?? 'Somebody';

test('an update says what changed from what to what', () => {
  const details = {
    from: { status: 'new', ownerId: null, effortDays: null },
    to: { status: 'wont_do', ownerId: 'm2', effortDays: 1 },
    notesChanged: true,
  };
  expect(describe('issue.updated', details)).toBe(
    "Status from New to Won't do, owner from nobody to Bob, effort from unknown to 1 day of work, notes changed",
  );
});

test('an entry of an earlier version has all fields, and says only what differs', () => {
  const details = {
    from: { status: 'new', ownerId: 'm1' },
    to: { status: 'shipped', ownerId: 'm1', shippedOn: '2026-10-05' },
    notesChanged: false,
  };
  expect(describe('issue.updated', details)).toBe(
    'Status from New to Shipped, day it shipped from none to 5 Oct 2026',
  );
});

test('other deeds have a word, known or not', () => {
  expect(describe('issue.link_added', { host: 'x.example' })).toBe('Link added: x.example');
  expect(describe('issue.taken_apart', null)).toBe('Taken apart');
  expect(describe('issue.ticket_created', { tracker: 'github', key: '#7' })).toBe(
    'Ticket made in GitHub: #7',
  );
  expect(describe('issue.ticket_requested', { tracker: 'jira' })).toBe('Ticket asked for in Jira');
});

test('a merge and a split name the other one, whichever side it is told from', () => {
  const other = { name: 'Sync', isSubject: false };
  const it = { name: 'Sync', isSubject: true };
  expect(describe('issue.merged', {}, other)).toBe('Merged into “Sync”');
  expect(describe('issue.merged', {}, it)).toBe('Merged into this one: “Sync”');
  expect(describe('issue.split', { statements: 2 }, it)).toBe(
    'Split off from this one: “Sync”, with 2 pinned statements',
  );
  expect(describe('theme.merged', {}, other)).toBe('Its theme was merged into “Sync”');
  expect(describe('theme.merge_undone', {}, it)).toBe('Merge into its theme undone: “Sync”');
  expect(describe('theme.moved', { to: null })).toBe('Its theme was moved to the top');
  expect(describe('theme.renamed', { from: 'A', to: 'B' })).toBe('Its theme was renamed: “A” is now “B”');
  expect(describe('issue.merged', {})).toBe('Merged into another one');
});
