import { expect, test } from 'vitest';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { annotateOneByOne } from '@/lib/annotations/annotate-one-by-one';
import { database } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { type AnnotationEngine, makeEngine } from '@/lib/nlp/engine';

const fast = makeEngine(null);
const delicate: AnnotationEngine = {
  ...fast,
  async annotate(inputs) {
    if (inputs.some(({ text }) => text.includes('poison'))) throw new Error('cannot read this');
    return fast.annotate(inputs);
  },
};

async function record(scope: Scope, texts: string[]): Promise<string[]> {
  const sourceId = await makeSource(scope);
  const inputs = texts.map((text, index) => ({
    sourceId,
    externalId: String(index),
    channel: 'ticket' as const,
    text,
    occurredAt: new Date('2026-03-01T10:00:00Z'),
  }));
  return [...(await recordFeedback(scope, inputs)).values()];
}

async function waitingThemes(scope: Scope): Promise<{ delaySeconds: number }[]> {
  return database().$queryRaw<{ delaySeconds: number }[]>`
    SELECT extract(epoch FROM start_after - created_on)::int AS "delaySeconds" FROM pgboss.job
    WHERE name = 'annotations.themes' AND data->>'workspaceId' = ${scope.workspaceId}`;
}

test('one text that cannot be read keeps back neither its neighbours nor the themes', async () => {
  const scope = await makeWorkspace();
  const ids = await record(scope, ['The export is slow.', 'This is poison.', 'I love the new search!']);
  await expect(annotateFeedback(scope, ids, delicate)).rejects.toThrow('cannot read this');
  expect(await scope.run((db) => db.feedback.count({ where: { annotatedAt: null } }))).toBe(3);
  expect(await waitingThemes(scope)).toEqual([]);

  await annotateOneByOne(scope, ids, delicate);
  const rows = await scope.run((db) => db.feedback.findMany({ orderBy: { externalId: 'asc' } }));
  expect(rows.map(({ annotatedAt }) => annotatedAt !== null)).toEqual([true, true, true]);
  expect(rows.map(({ sentimentLabel }) => sentimentLabel !== null)).toEqual([true, false, true]);
  expect(rows[1]).toMatchObject({ language: null, sentimentScore: null, kind: null });
  expect(await scope.run((db) => db.span.count({ where: { feedbackId: ids[1] ?? '' } }))).toBe(0);
  expect(await waitingThemes(scope)).toHaveLength(1);
});

test('each batch asks for themes, and many batches wait for one look', async () => {
  const scope = await makeWorkspace();
  const [first = '', second = ''] = await record(scope, ['The export is slow.', 'I love the new search!']);
  await annotateFeedback(scope, [first]);
  const [waiting] = await waitingThemes(scope);
  expect(waiting?.delaySeconds).toBeGreaterThan(0);
  await annotateFeedback(scope, [second]);
  expect(await waitingThemes(scope)).toHaveLength(1);
});

test('statements that an undo takes away while they are read are left out, and the rest is read', async () => {
  const scope = await makeWorkspace();
  const ids = await record(scope, ['The export is slow.', 'I love the new search!', 'Login fails.']);
  const undone = ids.slice(0, 2);
  const slow: AnnotationEngine = {
    ...fast,
    async annotate(inputs) {
      // Another connection: what reads is in the midst of its own transaction.
      const { workspaceId } = scope;
      await scope.run((db) => db.feedback.deleteMany({ where: { workspaceId, id: { in: undone } } }));
      return fast.annotate(inputs);
    },
  };
  await annotateFeedback(scope, ids, slow);
  const rows = await scope.run((db) => db.feedback.findMany());
  expect(rows).toMatchObject([{ id: ids[2], sentimentLabel: 'negative', annotatedAt: expect.any(Date) }]);
});
