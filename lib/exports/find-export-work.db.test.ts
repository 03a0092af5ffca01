import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeAnswer, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { findExportedWork } from '@/lib/exports/find-export-work';
import { createIssue } from '@/lib/issues/create-issue';
import { findPointsGain } from '@/lib/issues/find-points-gain';
import { countAnswers } from '@/lib/responses/find-responses';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const shippedAt = new Date('2026-06-01');

it('has the notes, and the NPS points that a fix won back with the answers they rest on', async () => {
  const { scope } = await makeOwnedWorkspace();
  const sourceId = await makeSource(scope);
  const slow = await makeTheme(scope, 'Slow');
  const issueId = newId();
  await scope.run((db) =>
    db.issue.create({
      data: {
        ...{ workspaceId: scope.workspaceId, id: issueId, themeId: slow, title: 'Slow' },
        ...{ status: 'shipped', shippedAt, notes: 'Asked twice' },
      },
    }),
  );
  const byHand = await createIssue(scope, { title: 'By hand', notes: 'Mine', feedbackId: null });
  const answer = async (at: string, score: number, isSlow: boolean) => {
    const { responseId } = await makeAnswer(scope, {
      ...{ sourceId, score, at, contactId: await makeContact(scope) },
    });
    await makeStatement(scope, {
      ...{ sourceId, at, responseId },
      spans: [{ text: 'So it is.', kind: 'problem', themeIds: isSlow ? [slow] : [] }],
    });
  };
  for (let day = 10; day < 20; day++) await answer(`2026-05-${day}`, 2, day % 2 === 0);
  for (let day = 10; day < 18; day++) await answer(`2026-06-${day}`, 9, false);
  expect(await findPointsGain(scope, { themeId: slow, shippedAt }, new Date('2026-11-01'))).toBeNull();
  await answer('2026-07-01', 9, false);

  const options = { asOf: new Date('2026-07-01'), currency: 'USD' };
  const work = await findExportedWork(scope, [issueId, byHand], options);
  expect(work.get(byHand)).toEqual({ notes: 'Mine', cases: null, serveCostCents: null, points: null });
  // Half of the answers before complained of it, each −100; none of those in the 30 days after.
  expect(work.get(issueId)).toMatchObject({
    ...{ notes: 'Asked twice', cases: 0, serveCostCents: null },
    points: {
      value: 50,
      before: { to: '2026-05-31', answers: 10 },
      after: { from: '2026-06-01', to: '2026-06-30', answers: 8 },
    },
  });
  const points = work.get(issueId)?.points;
  for (const { answers, from, to } of points ? [points.before, points.after] : []) {
    expect(await countAnswers(scope, { metric: 'nps', latest: '1', from, to })).toBe(answers);
  }
  const narrowed = await findExportedWork(scope, [issueId], { ...options, asOf: null });
  expect(narrowed.get(issueId)?.cases).toBeNull();
});
