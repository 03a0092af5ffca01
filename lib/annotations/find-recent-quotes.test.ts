import { expect, it } from 'vitest';
import type { FeedbackRow } from '@/lib/annotations/find-feedback';
import { pickQuotes } from '@/lib/annotations/find-recent-quotes';

const row = (id: string, accountId: string | null, text: string): FeedbackRow => ({
  id,
  accountId,
  text,
  channel: 'survey',
  title: null,
  occurredAt: new Date('2026-10-31T12:00:00Z'),
  language: 'en',
  sentimentLabel: 'negative',
  sentimentScore: -0.5,
  sentimentConfidence: 0.8,
  kind: 'problem',
  accountName: null,
  contactName: null,
  themes: [],
});
const LONG = 'The export has stopped in the middle of the file.';

it('takes the first of each account that says something by itself', () => {
  const rows = [
    row('short', 'a', 'Too slow.'),
    row('first', 'a', LONG),
    row('again', 'a', LONG),
    row('nobody', null, LONG),
    row('nobody', null, LONG),
    row('third', 'b', LONG),
  ];
  expect(pickQuotes(rows, 3).map(({ id }) => id)).toEqual(['first', 'nobody', 'third']);
  expect(pickQuotes(rows, 1).map(({ id }) => id)).toEqual(['first']);
});
