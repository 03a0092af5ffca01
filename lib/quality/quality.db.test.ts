import { beforeEach, describe, expect, it } from 'vitest';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findFeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { drawSample } from '@/lib/quality/draw-sample';
import { findDrawn } from '@/lib/quality/find-drawn';
import { findJudged } from '@/lib/quality/find-judged';
import { findSamples } from '@/lib/quality/find-samples';
import { findToLabel } from '@/lib/quality/find-to-label';
import { labelItem, takeBackLabel } from '@/lib/quality/label-item';
import {
  findAuditActions,
  type MadeMember,
  makeMember,
  makeOwnedWorkspace,
} from '@/lib/workspaces/testing/make-members';

const JUNE = { from: '2026-06-01', to: '2026-06-30' };

let ann: MadeMember;
let scope: Scope;
let sourceId: string;

beforeEach(async () => {
  ann = await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead');
  scope = ann.scope;
  sourceId = await makeSource(scope, 'Survey');
});

/** Statements the engine has read, one after another on 15 June. */
async function makeRead(count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    ids.push(
      (
        await makeStatement(scope, {
          sourceId,
          text: `Export number ${index} is terribly slow.`,
          sentiment: null,
        })
      ).id,
    );
  }
  await annotateFeedback(scope, ids);
  return ids;
}

/** The statements of a sample in the order of the draw. */
const drawnIn = (sampleId: string) =>
  scope.run(async (db) => {
    const items = await db.qualityItem.findMany({
      where: { workspaceId: scope.workspaceId, sampleId },
      orderBy: { position: 'asc' },
    });
    return items.map((item) => item.feedbackId);
  });

async function firstItem(sampleId: string, who = ann): Promise<string> {
  const { next } = await findToLabel(who.scope, sampleId, who.memberId);
  return next[0]?.itemId ?? '';
}

async function sentimentOf(feedbackId: string) {
  const detail = await findFeedbackDetail(scope, feedbackId);
  return (
    detail && {
      label: detail.sentimentLabel,
      confidence: detail.sentimentConfidence,
      spans: detail.spans.map((span) => [span.sentimentLabel, span.sentimentScore]),
    }
  );
}

describe('drawSample', () => {
  it('draws the same statements for the same seed, each once, and others for another', async () => {
    await makeRead(40);
    const draw = async (seed: number) => drawnIn(await drawSample(scope, { ...JUNE, size: 20 }, seed));
    const [first, again, other] = [await draw(7), await draw(7), await draw(8)];
    expect(first).toHaveLength(20);
    expect(new Set(first).size).toBe(20);
    expect(again).toEqual(first);
    expect(other).not.toEqual(first);
    const sampleId = await drawSample(scope, { ...JUNE, size: 20 }, 7);
    const opened = await findDrawn(scope, sampleId, { page: 1, pageSize: 50 });
    expect(opened.map(({ feedbackId }) => feedbackId)).toEqual(await drawnIn(sampleId));
    const more = await drawnIn(await drawSample(scope, { ...JUNE, size: 40 }, 7));
    expect(more.slice(0, 20)).toEqual(first);
  });

  it('leaves out what lies outside the period and what the engine has not read', async () => {
    const [inside] = await makeRead(1);
    await makeStatement(scope, { sourceId, at: '2026-05-31T23:59:59Z' });
    await makeStatement(scope, { sourceId, at: '2026-07-01T00:00:00Z' });
    await makeStatement(scope, { sourceId, sentiment: null });
    const sampleId = await drawSample(scope, { ...JUNE, size: 50 });
    expect(await drawnIn(sampleId)).toEqual([inside]);
    expect((await findSamples(scope))[0]).toMatchObject({ id: sampleId, size: 1, population: 1, ...JUNE });
    expect(await findAuditActions(scope)).toContain('quality.sample_drawn');
    await expect(drawSample(scope, { from: '2020-01-01', to: '2020-01-31', size: 50 })).rejects.toMatchObject(
      { kind: 'conflict' },
    );
  });
});

describe('labelItem', () => {
  it('keeps what the engine said, counts as a correction at once, and is taken back whole', async () => {
    const [id = ''] = await makeRead(1);
    const before = await sentimentOf(id);
    expect(before?.label).toBe('negative');
    const sampleId = await drawSample(scope, { ...JUNE, size: 50 });
    const itemId = await firstItem(sampleId);
    const guess = await labelItem(scope, { itemId, answer: 'positive' });
    expect(guess).toEqual({ engineLabel: 'negative', engineConfidence: before?.confidence });
    expect(await sentimentOf(id)).toEqual({
      label: 'positive',
      confidence: null,
      spans: [['positive', null]],
    });
    expect(await countFeedback(scope, { sentiment: 'positive' })).toBe(1);
    const [judged] = await findJudged(scope, sampleId);
    expect(judged).toMatchObject({ feedbackId: id, sourceName: 'Survey', language: 'en' });
    expect(judged?.settled).toMatchObject({ name: 'The cx_lead', answer: 'positive', ...guess });
    expect(judged?.settled.engineVersion).toBeTruthy();
    await takeBackLabel(scope, itemId);
    expect(await sentimentOf(id)).toEqual(before);
    expect(await findJudged(scope, sampleId)).toEqual([]);
    expect(await findAuditActions(scope)).not.toContain('feedback.sentiment_corrected');
  });

  it('replaces a label of the same person, and "cannot tell" corrects nothing', async () => {
    const [id = ''] = await makeRead(1);
    const before = await sentimentOf(id);
    const sampleId = await drawSample(scope, { ...JUNE, size: 50 });
    const itemId = await firstItem(sampleId);
    await labelItem(scope, { itemId, answer: 'positive' });
    await labelItem(scope, { itemId, answer: 'no_opinion' });
    expect(await sentimentOf(id)).toEqual(before);
    const [judged] = await findJudged(scope, sampleId);
    expect(judged?.labels.map(({ answer }) => answer)).toEqual(['no_opinion']);
  });

  it('lets two people label the same sample, and one of them take only their own word back', async () => {
    const [id = ''] = await makeRead(1);
    const bob = await makeMember(scope, 'product_manager');
    const sampleId = await drawSample(scope, { ...JUNE, size: 50 });
    const itemId = await firstItem(sampleId);
    await labelItem(scope, { itemId, answer: 'neutral' });
    expect(await firstItem(sampleId)).toBe('');
    expect(await firstItem(sampleId, bob)).toBe(itemId);
    const guess = await labelItem(bob.scope, { itemId, answer: 'positive' });
    expect(guess.engineLabel).toBe('negative');
    const [judged] = await findJudged(scope, sampleId);
    expect(judged?.labels.map(({ answer }) => answer)).toEqual(['neutral', 'positive']);
    expect(judged?.settled.answer).toBe('neutral');
    await takeBackLabel(scope, itemId);
    expect((await sentimentOf(id))?.label).toBe('positive');
    await takeBackLabel(bob.scope, itemId);
    expect((await sentimentOf(id))?.label).toBe('negative');
    expect((await findSamples(scope))[0]?.labellers).toEqual([]);
  });

  it('lets the word of one stand when another who said the same takes theirs back', async () => {
    const [id = ''] = await makeRead(1);
    const bob = await makeMember(scope, 'product_manager');
    const itemId = await firstItem(await drawSample(scope, { ...JUNE, size: 50 }));
    await labelItem(scope, { itemId, answer: 'neutral' });
    await labelItem(bob.scope, { itemId, answer: 'neutral' });
    await takeBackLabel(scope, itemId);
    expect((await sentimentOf(id))?.label).toBe('neutral');
  });

  it('leaves an earlier correction on the statement standing', async () => {
    const [id = ''] = await makeRead(1);
    await correctAnnotation(scope, { feedbackId: id, aspect: 'sentiment', label: 'neutral' });
    const sampleId = await drawSample(scope, { ...JUNE, size: 50 });
    const itemId = await firstItem(sampleId);
    for (const answer of ['neutral', 'positive'] as const) {
      expect((await labelItem(scope, { itemId, answer })).engineLabel).toBe('negative');
      await takeBackLabel(scope, itemId);
      expect((await sentimentOf(id))?.label).toBe('neutral');
    }
  });
});

it('a labeller goes on where they stopped, and sees nothing of what was said', async () => {
  await makeRead(3);
  const sampleId = await drawSample(scope, { ...JUNE, size: 50 });
  const order = (await findToLabel(scope, sampleId, ann.memberId)).next.map(({ itemId }) => itemId);
  await labelItem(scope, { itemId: order[1] ?? '', answer: 'negative' });
  const state = await findToLabel(scope, sampleId, ann.memberId);
  expect(state).toMatchObject({ size: 3, labelled: 1, latest: [{ itemId: order[1], answer: 'negative' }] });
  expect(state.next.map(({ itemId }) => itemId)).toEqual([order[0], order[2]]);
  expect(Object.keys(state.next[0] ?? {}).sort()).toEqual([
    'channel',
    'itemId',
    'language',
    'occurredAt',
    'text',
    'title',
  ]);
});

it('a labeller who comes back can undo label after label, the last one first', async () => {
  await makeRead(3);
  const sampleId = await drawSample(scope, { ...JUNE, size: 50 });
  const order = (await findToLabel(scope, sampleId, ann.memberId)).next.map(({ itemId }) => itemId);
  for (const itemId of order) await labelItem(scope, { itemId, answer: 'neutral' });
  for (let left = order.length; left > 0; left--) {
    const { latest } = await findToLabel(scope, sampleId, ann.memberId);
    expect(latest.map(({ itemId }) => itemId)).toEqual(order.slice(0, left));
    await takeBackLabel(scope, latest.at(-1)?.itemId ?? '');
  }
});

it('another workspace sees and labels nothing of it', async () => {
  await makeRead(2);
  const sampleId = await drawSample(scope, { ...JUNE, size: 50 });
  const itemId = await firstItem(sampleId);
  const stranger = await makeOwnedWorkspace();
  expect(await findSamples(stranger.scope)).toEqual([]);
  expect(await findJudged(stranger.scope, sampleId)).toEqual([]);
  expect(await findToLabel(stranger.scope, sampleId, stranger.memberId)).toMatchObject({ size: 0, next: [] });
  await expect(labelItem(stranger.scope, { itemId, answer: 'positive' })).rejects.toMatchObject({
    kind: 'not_found',
  });
  await expect(takeBackLabel(stranger.scope, itemId)).rejects.toMatchObject({ kind: 'not_found' });
});
