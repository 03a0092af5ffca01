import { beforeEach, describe, expect, it } from 'vitest';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { assignThemes } from '@/lib/annotations/assign-themes';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { correctMention } from '@/lib/annotations/correct-mention';
import { addTheme, removeTheme } from '@/lib/annotations/correct-themes';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findFeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import type { Scope } from '@/lib/db/scope';
import { makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { saveThemeModel } from '@/lib/themes/commands';
import { findDecisions } from '@/lib/themes/find-decisions';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { findAuditActions, makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const TEXT = 'The export to Excel is terribly slow. Your support team is wonderful.';

let scope: Scope;
let sourceId: string;

beforeEach(async () => {
  scope = (await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead')).scope;
  sourceId = await makeSource(scope);
});

/** A text as it arrives, read by the engine. */
async function makeRead(text = TEXT): Promise<string> {
  const { id } = await makeStatement(scope, { sourceId, text, sentiment: null });
  await annotateFeedback(scope, [id]);
  return id;
}

async function readAgain(feedbackId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run((db) =>
    db.feedback.update({
      where: { workspaceId_id: { workspaceId, id: feedbackId } },
      data: { annotatedAt: null },
    }),
  );
  await annotateFeedback(scope, [feedbackId]);
}

async function detailOf(feedbackId: string) {
  const detail = await findFeedbackDetail(scope, feedbackId);
  if (!detail) throw new Error('It is gone.');
  return detail;
}

const waitingRanks = () =>
  scope.run(async (db) => {
    const [row] = await db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM pgboss.job WHERE name = 'issues.rank' AND data ->> 'workspaceId' = ${scope.workspaceId}`;
    return row?.n;
  });

describe('correctAnnotation', () => {
  it('wins over the engine, keeps what the engine said, and is on the record', async () => {
    const id = await makeRead();
    const before = await detailOf(id);
    await correctAnnotation(scope, { feedbackId: id, aspect: 'sentiment', label: 'positive' });
    await correctAnnotation(scope, { feedbackId: id, aspect: 'sentiment', label: 'negative' });
    await correctAnnotation(scope, { feedbackId: id, aspect: 'sentiment', label: 'negative' });
    await correctAnnotation(scope, { feedbackId: id, aspect: 'kind', label: 'request' });
    const after = await detailOf(id);
    expect(after).toMatchObject({ sentimentLabel: 'negative', sentimentScore: null, kind: 'request' });
    expect(after.spans).toEqual(before.spans);
    expect(after.traces).toHaveLength(before.traces.length + 3);
    const whole = after.traces.filter((trace) => trace.start === null && trace.what === 'sentiment');
    expect(whole.map(({ maker, label, holds }) => [maker, label, holds])).toEqual([
      ['engine', before.sentimentLabel, false],
      ['human', 'positive', false],
      ['human', 'negative', true],
    ]);
    expect(whole.at(-1)?.makerName).toBe('The cx_lead');
    expect(await findAuditActions(scope)).toEqual(
      expect.arrayContaining(['feedback.sentiment_corrected', 'feedback.kind_corrected']),
    );
    expect(await waitingRanks()).toBe(1);
    expect(await countFeedback(scope, { sentiment: 'negative', kind: 'request' })).toBe(1);
  });

  it('survives another reading, for the whole and for a span, whose id stays', async () => {
    const id = await makeRead();
    const { spans } = await detailOf(id);
    const span = spans[0];
    expect(spans.length).toBeGreaterThan(1);
    await correctAnnotation(scope, { feedbackId: id, aspect: 'sentiment', label: 'neutral' });
    await correctAnnotation(scope, {
      feedbackId: id,
      spanId: span?.id ?? '',
      aspect: 'sentiment',
      label: 'positive',
    });
    await correctAnnotation(scope, {
      feedbackId: id,
      spanId: span?.id ?? '',
      aspect: 'kind',
      label: 'praise',
    });
    const corrected = await detailOf(id);
    await readAgain(id);
    const after = await detailOf(id);
    expect(after.sentimentLabel).toBe('neutral');
    expect(after.spans[0]).toMatchObject({ id: span?.id, sentimentLabel: 'positive', kind: 'praise' });
    expect(after.spans.map(({ start, end }) => [start, end])).toEqual(
      spans.map(({ start, end }) => [start, end]),
    );
    expect(after.traces.length).toBeGreaterThan(corrected.traces.length - spans.length * 2);
  });

  it('may come before the engine', async () => {
    const { id } = await makeStatement(scope, { sourceId, text: TEXT, sentiment: null });
    await correctAnnotation(scope, { feedbackId: id, aspect: 'sentiment', label: 'neutral' });
    await annotateFeedback(scope, [id]);
    expect((await detailOf(id)).sentimentLabel).toBe('neutral');
  });

  it('holds for text and span alike where the text is a single span', async () => {
    const id = await makeRead('The export is slow.');
    const { spans } = await detailOf(id);
    expect(spans).toHaveLength(1);
    await correctAnnotation(scope, { feedbackId: id, aspect: 'sentiment', label: 'positive' });
    expect((await detailOf(id)).spans[0]?.sentimentLabel).toBe('positive');
    await correctAnnotation(scope, {
      feedbackId: id,
      spanId: spans[0]?.id ?? '',
      aspect: 'kind',
      label: 'question',
    });
    expect((await detailOf(id)).kind).toBe('question');
  });

  it('is refused for what is not in the workspace and for a job', async () => {
    const id = await makeRead();
    const foreign = (await makeOwnedWorkspace()).scope;
    const correction = { feedbackId: id, aspect: 'sentiment', label: 'positive' } as const;
    await expect(correctAnnotation(foreign, correction)).rejects.toMatchObject({ kind: 'not_found' });
    const elsewhere = (await detailOf(await makeRead())).spans[0]?.id ?? '';
    await expect(correctAnnotation(scope, { ...correction, spanId: elsewhere })).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect((await detailOf(id)).traces.every((trace) => trace.maker === 'engine')).toBe(true);
  });
});

describe('themes by hand', () => {
  let feedbackId: string;
  let spanId: string;
  let slow: string;
  let sluggish: string;

  /** An engine that finds both themes in every span of the text, one of them merged into the other. */
  beforeEach(async () => {
    slow = await makeTheme(scope, 'Slow', { key: 'slow' });
    sluggish = await makeTheme(scope, 'Sluggish', { key: 'sluggish', mergedIntoId: slow });
    const theme = (key: string, stem: string) => ({
      key,
      name: key,
      keywords: [],
      size: 10,
      centroid: [[stem, 1]] as [string, number][],
      exampleIds: [],
    });
    await saveThemeModel(scope, {
      version: 'test',
      vocabulary: { invoic: 1, dashboard: 1 },
      themes: [theme('slow', 'invoic'), theme('sluggish', 'dashboard')],
      thresholds: { minConfidence: 0.01, confidenceWeights: [1, 1, 1] },
      trainedOn: 1,
    });
    const made = await makeStatement(scope, {
      sourceId,
      spans: [{ text: 'invoice dashboard', themeIds: [slow, sluggish] }],
    });
    feedbackId = made.id;
    spanId = made.spanIds[0] ?? '';
  });

  /** What follows an edit of the themes. */
  async function assignAnew(): Promise<void> {
    await assignThemes(scope, [
      { id: spanId, feedbackId, start: 0, text: 'invoice dashboard', language: 'en', kind: 'problem' },
    ]);
  }

  const namesOf = async () => (await detailOf(feedbackId)).spans[0]?.themes.map((theme) => theme.name);

  it('come from the engine as long as nobody says otherwise', async () => {
    await assignAnew();
    expect(await namesOf()).toEqual(['Slow']);
  });

  it('stay off a span once taken off, also under the name of a theme merged into them', async () => {
    await removeTheme(scope, { feedbackId, spanId, themeId: slow });
    expect(await namesOf()).toEqual([]);
    expect(await countFeedback(scope, { theme: slow })).toBe(0);
    await assignAnew();
    expect(await namesOf()).toEqual([]);
    await removeTheme(scope, { feedbackId, spanId, themeId: slow });
    const gone = (await detailOf(feedbackId)).traces.filter((trace) => trace.what === 'theme taken off');
    expect(gone.map(({ label, maker, holds }) => [label, maker, holds]).sort()).toEqual([
      ['Slow', 'human', true],
      ['Sluggish', 'human', true],
    ]);
    expect(await findAuditActions(scope)).toContain('feedback.theme_removed');
    expect(await waitingRanks()).toBe(1);
  });

  it('stand in the history as taken off, and come back when that is undone', async () => {
    await removeTheme(scope, { feedbackId, spanId, themeId: slow });
    const { batches } = await findDecisions(scope, { themeId: slow, page: 1, size: 5 });
    expect(batches[0]?.decision).toMatchObject({ action: 'not_here', payload: { feedbackId, spanId } });
    await undoDecisions(scope, batches[0]?.batchId ?? '');
    await assignAnew();
    expect(await namesOf()).toEqual(['Slow']);
  });

  it('come back as a person had put and judged them when taking off is undone', async () => {
    await addTheme(scope, { feedbackId, spanId, themeId: slow });
    await correctMention(scope, { feedbackId, spanId, themeId: slow, label: 'positive' });
    const rows = () =>
      scope.run((db) => db.themeAssignment.findMany({ where: { spanId }, orderBy: { themeId: 'asc' } }));
    const before = await rows();
    expect(before).toMatchObject([{ maker: 'human', sentimentMaker: 'human', sentimentLabel: 'positive' }]);
    await removeTheme(scope, { feedbackId, spanId, themeId: slow });
    const { batches } = await findDecisions(scope, { themeId: slow, page: 1, size: 5 });
    await undoDecisions(scope, batches[0]?.batchId ?? '');
    expect(await rows()).toEqual(before);
  });

  it('come back when a person puts them back, and stay', async () => {
    await removeTheme(scope, { feedbackId, spanId, themeId: slow });
    await addTheme(scope, { feedbackId, spanId, themeId: sluggish });
    expect(await namesOf()).toEqual(['Slow']);
    await assignAnew();
    const { spans } = await detailOf(feedbackId);
    expect(spans[0]?.themes).toMatchObject([{ name: 'Slow', isByPerson: true, confidence: 1 }]);
  });

  it('stay on a span once put there, whatever the engine finds', async () => {
    const praise = await makeTheme(scope, 'Praise');
    await addTheme(scope, { feedbackId, spanId, themeId: praise });
    await addTheme(scope, { feedbackId, spanId, themeId: praise });
    await assignAnew();
    expect(await namesOf()).toEqual(['Praise', 'Slow']);
    await readAgain(feedbackId);
    const stored = await scope.run((db) =>
      db.themeAssignment.count({
        where: { workspaceId: scope.workspaceId, themeId: praise, maker: 'human' },
      }),
    );
    expect(stored).toBe(1);
  });

  it('are refused where the theme or span is not in the workspace', async () => {
    const foreign = (await makeOwnedWorkspace()).scope;
    await expect(addTheme(foreign, { feedbackId, spanId, themeId: slow })).rejects.toMatchObject({
      kind: 'not_found',
    });
    const foreignTheme = await makeTheme(foreign, 'Foreign');
    await expect(addTheme(scope, { feedbackId, spanId, themeId: foreignTheme })).rejects.toMatchObject({
      kind: 'not_found',
    });
    expect(await namesOf()).toEqual(['Slow']);
  });
});
