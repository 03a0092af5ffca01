import { expect, test } from 'vitest';
import { describeActivity } from './activity-words';

const nameOf = (id: string) => ({ m1: 'Ann', m2: 'Bob' })[id] ?? 'Somebody';

test('an update says what changed from what to what', () => {
  const details = {
    from: { status: 'new', ownerId: null, effortDays: null },
    to: { status: 'wont_do', ownerId: 'm2', effortDays: 1 },
    notesChanged: true,
  };
  expect(describeActivity('issue.updated', details, nameOf)).toBe(
    "Status from New to Won't do, owner from nobody to Bob, effort from unknown to 1 day of work, notes changed",
  );
});

test('an entry of an earlier version has all fields, and says only what differs', () => {
  const details = {
    from: { status: 'new', ownerId: 'm1' },
    to: { status: 'shipped', ownerId: 'm1', shippedOn: '2026-10-05' },
    notesChanged: false,
  };
  expect(describeActivity('issue.updated', details, nameOf)).toBe(
    'Status from New to Shipped, day it shipped from none to 5 Oct 2026',
  );
});

test('other deeds have a word, known or not', () => {
  expect(describeActivity('issue.link_added', { host: 'x.example' }, nameOf)).toBe('Link added: x.example');
  expect(describeActivity('issue.taken_apart', null, nameOf)).toBe('Taken apart');
  expect(describeActivity('issue.ticket_created', { tracker: 'github', key: '#7' }, nameOf)).toBe(
    'Ticket made in GitHub: #7',
  );
  expect(describeActivity('issue.ticket_requested', { tracker: 'jira' }, nameOf)).toBe(
    'Ticket asked for in Jira',
  );
});
