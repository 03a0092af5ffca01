import { expect, it } from 'vitest';
import { findAccountPeople } from '@/lib/annotations/find-account-people';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { newId, sha256 } from '@/lib/core/ids';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findLastSaid } from '@/lib/feedback/find-last-said';

it('shows of somebody who changed jobs what they said from this account alone', async () => {
  const scope = await makeWorkspace();
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  const [before, after, contactId] = [newId(), newId(), newId()];
  const said: [string, string, number][] = [
    [before, '2026-01-05', 2],
    [before, '2026-02-05', 3],
    [after, '2026-06-05', 10],
  ];
  await scope.run(async (db) => {
    await db.account.create({ data: { workspaceId, id: before, name: 'Before' } });
    await db.account.create({ data: { workspaceId, id: after, name: 'After' } });
    await db.contact.create({ data: { workspaceId, id: contactId, name: 'Pat' } });
    for (const [accountId, day, score] of said) {
      const at = new Date(day);
      const [own, responseId, text] = [{ workspaceId, sourceId, accountId, contactId }, newId(), `On ${day}`];
      await db.response.create({ data: { ...own, id: responseId, externalId: day, submittedAt: at } });
      await db.answer.create({
        data: { workspaceId, id: newId(), responseId, metric: 'nps', score, answeredAt: at },
      });
      await db.feedback.create({
        data: {
          ...{ ...own, id: newId(), externalId: day, channel: 'survey', occurredAt: at, responseId },
          ...{ text, textHash: sha256(text) },
        },
      });
    }
  });
  for (const [accountId, expected] of [
    [before, { statements: 2, lastFeedbackAt: new Date('2026-02-05'), npsScore: 3, hasLeft: true }],
    [after, { statements: 1, lastFeedbackAt: new Date('2026-06-05'), npsScore: 10, hasLeft: false }],
  ] as const) {
    const { people } = await findAccountPeople(scope, accountId, { page: 1, pageSize: 10 });
    expect(people).toEqual([expect.objectContaining(expected)]);
    expect(await countFeedback(scope, { account: accountId, contact: contactId })).toBe(expected.statements);
    expect(await findLastSaid(scope, accountId)).toEqual(expected.lastFeedbackAt);
  }
  const day = new Date('2026-07-01');
  await makeStatement(scope, { sourceId, accountId: before, at: day.toISOString() });
  expect(await findLastSaid(scope, before)).toEqual(day);
  expect(await findLastSaid(scope, newId())).toBeNull();
});
