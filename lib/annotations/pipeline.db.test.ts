import { expect, test } from 'vitest';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { discoverThemes } from '@/lib/annotations/discover-themes';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { plantedSegments } from '@/lib/nlp/themes/testing/planted-segments';

const texts = plantedSegments(40, 7).map(({ segment }) => segment.text);

async function makeRead(scope: Scope, from: number, until: number): Promise<string[]> {
  const sourceId = await makeSource(scope, `From ${from}`);
  const inputs = Array.from({ length: until - from }, (_, index) => ({
    sourceId,
    externalId: String(from + index),
    channel: 'ticket' as const,
    text: texts[from + index] ?? '',
    occurredAt: new Date('2026-03-01T10:00:00Z'),
  }));
  const ids = [...(await recordFeedback(scope, inputs)).values()];
  await annotateFeedback(scope, ids);
  return ids;
}

test('every span lies in its text and every annotation says who made it', async () => {
  const scope = await makeWorkspace();
  await makeRead(scope, 0, 9);
  const rows = await scope.run((db) =>
    db.feedback.findMany({ include: { spans: true, annotations: { include: { modelVersion: true } } } }),
  );
  expect(rows).toHaveLength(9);
  for (const { text, spans, annotations, sentimentLabel } of rows) {
    expect(sentimentLabel).not.toBeNull();
    for (const { start, end } of spans) expect(text.slice(start, end).trim()).toBe(text.slice(start, end));
    expect(annotations.every(({ maker, modelVersion }) => maker === 'engine' && modelVersion !== null)).toBe(
      true,
    );
  }
});

test('a job that runs twice changes nothing', async () => {
  const scope = await makeWorkspace();
  const ids = await makeRead(scope, 0, 9);
  const count = () => scope.run(async (db) => [await db.span.count(), await db.annotation.count()]);
  const before = await count();
  await annotateFeedback(scope, ids);
  expect(await count()).toEqual(before);
});

test('themes are found, keep their ids when found again, and take in what comes later', async () => {
  const scope = await makeWorkspace();
  await makeRead(scope, 0, 150);
  await discoverThemes(scope);
  const themes = () => scope.run((db) => db.theme.findMany({ orderBy: { id: 'asc' } }));
  const found = await themes();
  expect(found.length).toBeGreaterThanOrEqual(3);

  const [later] = await makeRead(scope, 150, 151);
  const assigned = await scope.run((db) =>
    db.themeAssignment.findMany({ where: { feedbackId: later ?? '' } }),
  );
  expect(assigned).not.toEqual([]);
  expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(assigned.map(({ themeId }) => themeId)));

  await discoverThemes(scope, { force: true });
  const again = await themes();
  expect(again.map(({ id, name }) => [id, name])).toEqual(
    expect.arrayContaining(found.map(({ id, name }) => [id, name])),
  );
});

test('a model is kept only together with its assignments', async () => {
  const scope = await makeWorkspace();
  await makeRead(scope, 0, 150);
  const failing = scope.run(async (db, inner) => {
    await discoverThemes(inner);
    expect(await db.themeAssignment.count()).toBeGreaterThan(0);
    throw new Error('the worker died');
  });
  await expect(failing).rejects.toThrow('the worker died');
  expect(await scope.run((db) => db.modelVersion.count({ where: { purpose: 'themes' } }))).toBe(0);
  await discoverThemes(scope);
  expect(await scope.run((db) => db.themeAssignment.count())).toBeGreaterThan(0);
});
