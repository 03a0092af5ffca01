import { expect, test } from 'vitest';
import { database } from '@/lib/db/client';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import type { FeedbackInput } from '@/lib/feedback/schema';

const makeInput = (sourceId: string, externalId: string, text: string): FeedbackInput => ({
  sourceId,
  externalId,
  text,
  channel: 'ticket',
  occurredAt: new Date('2026-03-01T10:00:00Z'),
});

test('what is stored is redacted, and the queue holds ids, never text', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const text = 'Call me at +1 415 555 0132 or write to ann.lee@example.org, the export fails.';
  await recordFeedback(scope, [makeInput(sourceId, 'a', text)]);
  const [row] = await scope.run((db) => db.feedback.findMany());
  expect(row?.text).toBe('Call me at [phone] or write to [email], the export fails.');
  const redactions = (row?.redactions ?? []) as { start: number; end: number; type: string }[];
  expect(redactions).toHaveLength(2);
  for (const { start, end, type } of redactions) {
    expect(row?.text.slice(start, end)).toBe(`[${type}]`);
  }
  const jobs = await database().$queryRaw<{ data: unknown }[]>`
    SELECT data FROM pgboss.job WHERE data->>'workspaceId' = ${scope.workspaceId}`;
  expect(jobs).toEqual([{ data: { workspaceId: scope.workspaceId, feedbackIds: [row?.id] } }]);
});

test('fields without a column of their own are redacted too', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const custom = { 'agent notes': 'call back +1 415 555 0132, mail bob@example.org', plan: 'Team' };
  const url = 'https://help.example.org/t/7?from=bob@example.org';
  await recordFeedback(scope, [{ ...makeInput(sourceId, 'a', 'The export fails.'), custom, url }]);
  const [row] = await scope.run((db) => db.feedback.findMany());
  expect(row?.custom).toEqual({ 'agent notes': 'call back [phone], mail [email]', plan: 'Team' });
  expect(row?.url).not.toContain('bob@');
});

test('the same row again adds nothing and queues nothing', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const inputs = ['a', 'b'].map((id) => makeInput(sourceId, id, `Text ${id}`));
  expect([...(await recordFeedback(scope, inputs)).keys()]).toEqual(['a', 'b']);
  expect((await recordFeedback(scope, [...inputs, makeInput(sourceId, 'c', 'Text c')])).size).toBe(1);
  expect(await scope.run((db) => db.feedback.count())).toBe(3);
});

test('text that Postgres cannot hold is mended, not refused', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  await recordFeedback(scope, [makeInput(sourceId, 'a', 'nul \u0000 and half a pair \ud83d here 😀')]);
  const [row] = await scope.run((db) => db.feedback.findMany());
  expect(row?.text).toBe('nul  and half a pair \ufffd here 😀');
});
