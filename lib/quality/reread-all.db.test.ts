import { expect, it } from 'vitest';
import { readStatements } from '@/lib/annotations/annotate-feedback';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { countOutdated, findEngines } from '@/lib/annotations/find-engines';
import { countFeedback, findFeedbackPage } from '@/lib/annotations/find-feedback';
import { findRereading } from '@/lib/annotations/find-rereading';
import { rereadFeedback } from '@/lib/annotations/reread-feedback';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { findEncoderProblem } from '@/lib/nlp/encoder/availability';
import { makeEngine } from '@/lib/nlp/engine';
import { engineVersion } from '@/lib/nlp/engine-version';
import { requestRereading, steerRereading } from '@/lib/quality/manage-adaptation';
import { findAuditActions, makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const TEXT = 'The export fails. We will cancel our subscription.';
const goOn = () => new AbortController().signal;
const engine = makeEngine(null);
const inUse = { ...engine, version: engineVersion(findEncoderProblem() ? 'fast' : 'full') };
/** It looked for neither kinds nor intents. */
const earlier = { ...engine, version: 'blend-1-full' };

it('says what an earlier version of the engine read last, and has all of it read again', async () => {
  const { scope } = await makeMember((await makeOwnedWorkspace()).scope, 'admin');
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  const make = async () => (await makeStatement(scope, { sourceId, text: TEXT, sentiment: null })).id;
  const old = [await make(), await make(), await make()];
  await readStatements(scope, old, earlier);
  await scope.run(async (db) => {
    await db.annotation.deleteMany({ where: { workspaceId, aspect: { in: ['kind', 'intent'] } } });
    await db.feedback.updateMany({ where: { workspaceId }, data: { kind: null, intents: [] } });
  });
  const [corrected = ''] = old;
  await correctAnnotation(scope, { feedbackId: corrected, aspect: 'sentiment', label: 'positive' });
  // Nothing has been read by the version in use, so none of the engines is it.
  expect(countOutdated(await findEngines(scope))).toBe(3);
  await readStatements(scope, [await make()], inUse);
  const before = await findEngines(scope);
  expect(before).toMatchObject([
    { version: inUse.version, isCurrent: true, statements: 1 },
    { version: 'blend-1-full', isCurrent: false, statements: 3 },
  ]);
  expect(countOutdated(before)).toBe(3);
  for (const { id: reader, statements } of before) {
    expect(await countFeedback(scope, { reader })).toBe(statements);
    expect((await findFeedbackPage(scope, { reader }, null)).rows).toHaveLength(statements ?? -1);
  }

  await requestRereading(scope);
  await expect(requestRereading(scope)).rejects.toThrow('anew already');
  const rereading = await findRereading(scope);
  expect(rereading).toMatchObject({ status: 'running', done: 0, total: 4 });
  const rereadingId = rereading?.id ?? '';
  await steerRereading(scope, { rereadingId, step: 'stop' });
  await rereadFeedback(scope, rereadingId, goOn(), inUse);
  expect(countOutdated(await findEngines(scope))).toBe(3);
  await steerRereading(scope, { rereadingId, step: 'continue' });
  await rereadFeedback(scope, rereadingId, goOn(), inUse);

  const after = await findEngines(scope);
  expect(after.map(({ statements }) => statements)).toEqual([4, 0]);
  expect(countOutdated(after)).toBe(0);
  expect(await findRereading(scope)).toBeNull();
  expect(await countFeedback(scope, { intent: 'churn' })).toBe(4);
  expect(await countFeedback(scope, { sentiment: 'positive' })).toBe(1);
  expect(await findAuditActions(scope)).toEqual(
    expect.arrayContaining([
      'text_model.rereading_requested',
      'text_model.rereading_stopped',
      'text_model.rereading_continued',
    ]),
  );
});
