import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { findPipelineState } from '@/lib/annotations/find-pipeline-state';
import { findRereading } from '@/lib/annotations/find-rereading';
import { rereadFeedback } from '@/lib/annotations/reread-feedback';
import { findWorkspaceEngine } from '@/lib/annotations/workspace-engine';
import { makeRandom } from '@/lib/core/random';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { JARGON, makeJargonTexts } from '@/lib/nlp/adaptation/testing/make-jargon-texts';
import { makeEngine } from '@/lib/nlp/engine';
import { type EnginePool, openEnginePool } from '@/lib/nlp/engine-pool';
import { adaptWorkspace, giveUpAdaptation } from '@/lib/quality/adapt-workspace';
import { drawSample } from '@/lib/quality/draw-sample';
import { findTextLearning } from '@/lib/quality/find-adaptations';
import { findToLabel } from '@/lib/quality/find-to-label';
import { labelItem } from '@/lib/quality/label-item';
import {
  cancelAdaptation,
  chooseModel,
  requestAdaptation,
  setLearning,
  steerRereading,
} from '@/lib/quality/manage-adaptation';
import {
  findAuditActions,
  type MadeMember,
  makeMember,
  makeOwnedWorkspace,
} from '@/lib/workspaces/testing/make-members';

/** What learns loads the engine anew. */
const TIMEOUT_MS = 120_000;
const JUNE = { from: '2026-06-01', to: '2026-06-30' };
const fast = makeEngine(null);
const goOn = () => new AbortController().signal;

let ann: MadeMember;
let scope: Scope;
let sourceId: string;
let pool: EnginePool;

beforeAll(async () => {
  pool = await openEnginePool({ lane: 'fast', readers: 1 });
}, TIMEOUT_MS);
afterAll(() => pool.close());
beforeEach(async () => {
  ann = await makeMember((await makeOwnedWorkspace()).scope, 'admin');
  scope = ann.scope;
  sourceId = await makeSource(scope, 'Survey');
});

async function makeRead(texts: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  for (const text of texts) ids.push((await makeStatement(scope, { sourceId, text, sentiment: null })).id);
  await annotateFeedback(scope, ids, fast);
  return ids;
}

/** A random sample of statements in the workspace's own words, labelled as only it knows them. */
async function labelJargon(count = 90): Promise<void> {
  const texts = makeJargonTexts(count);
  await makeRead(texts.map(({ text }) => text));
  const sampleId = await drawSample(scope, { size: count, ...JUNE }, 1);
  const labelOf = new Map(texts.map(({ text, known }) => [text, known.label]));
  for (;;) {
    const { next } = await findToLabel(scope, sampleId, ann.memberId);
    if (next.length === 0) return;
    for (const { itemId, text } of next) {
      await labelItem(scope, { itemId, answer: labelOf.get(text) ?? 'neutral' });
    }
  }
}

const adapt = () => adaptWorkspace(scope, goOn(), async () => pool);
async function reread(): Promise<void> {
  const rereading = await findRereading(scope);
  if (rereading) await rereadFeedback(scope, rereading.id, goOn(), fast);
}

const feedbackOf = (id: string) =>
  scope.run((db) =>
    db.feedback.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId: scope.workspaceId, id } } }),
  );

describe('adapting', () => {
  it('learns from labels, reads all feedback anew, and keeps what people said', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await labelJargon();
    const said = `The Monday delivery number 500 was ${JARGON.positive} by the dock.`;
    const [plain = '', corrected = ''] = await makeRead([said, `Pickup ${JARGON.positive}.`]);
    await correctAnnotation(scope, { feedbackId: corrected, aspect: 'sentiment', label: 'negative' });
    const before = await feedbackOf(plain);
    const spansBefore = await scope.run((db) => db.span.findMany({ where: { feedbackId: plain } }));
    expect(before.sentimentLabel).not.toBe('positive');

    await adapt();
    const { inUse, rereading } = await findTextLearning(scope);
    expect(inUse).toMatchObject({
      number: 1,
      status: 'used',
      requestedBy: null,
      version: 'blend-12-fast-own-1',
      labels: 91,
      isInUse: true,
    });
    const [english] = inUse?.report ?? [];
    expect(english).toMatchObject({ language: 'en', verdict: 'used', gain: { by: 'label', n: 90 } });
    expect(english?.gain?.gain).toBeGreaterThan(english?.gain?.standardError ?? 1);
    expect(rereading).toMatchObject({ status: 'running', done: 0, total: 92 });
    expect(await findPipelineState(scope)).toMatchObject({ step: 'rereading', anew: { done: 0, total: 92 } });

    await reread();
    expect(await findRereading(scope)).toBeNull();
    expect((await feedbackOf(plain)).sentimentLabel).toBe('positive');
    expect((await feedbackOf(corrected)).sentimentLabel).toBe('negative');
    const spans = await scope.run((db) => db.span.findMany({ where: { feedbackId: plain } }));
    expect(spans.map(({ id }) => id)).toEqual(spansBefore.map(({ id }) => id));
    const makers = await scope.run((db) =>
      db.annotation.findMany({
        where: { feedbackId: plain, spanId: null, aspect: 'sentiment' },
        include: { modelVersion: true },
        orderBy: { createdAt: 'asc' },
      }),
    );
    expect(makers.map(({ modelVersion }) => modelVersion?.version)).toEqual([
      'blend-12-fast',
      'blend-12-fast-own-1',
    ]);

    // What comes next is read by it too.
    const [later = ''] = await makeNew(`The evening delivery number 501 was ${JARGON.positive} in the shop.`);
    expect((await feedbackOf(later)).sentimentLabel).toBe('positive');
    // Nothing is new enough to learn again.
    await adapt();
    expect((await findTextLearning(scope)).total).toBe(1);

    await chooseModel(scope, { adaptationId: 'bundled' });
    expect(await findTextLearning(scope)).toMatchObject({ inUse: null, learnsByItself: false });
    await reread();
    const reverted = await feedbackOf(plain);
    expect(reverted.sentimentLabel).toBe(before.sentimentLabel);
    expect(reverted.sentimentConfidence).toBe(before.sentimentConfidence);
    expect((await feedbackOf(corrected)).sentimentLabel).toBe('negative');
    await chooseModel(scope, { adaptationId: inUse?.id ?? '' });
    await reread();
    expect((await feedbackOf(plain)).sentimentLabel).toBe('positive');
    expect(await findAuditActions(scope)).toEqual(
      expect.arrayContaining(['text_model.adapted', 'text_model.chosen']),
    );
  });

  it('keeps an attempt without gain as tried, and reads on as before', { timeout: TIMEOUT_MS }, async () => {
    const texts = Array.from(
      { length: 60 },
      (_, index) => `Staff were lovely and very helpful, visit ${index}.`,
    );
    await makeRead(texts);
    // As often wrong as the engine of today says it is, else its confidence would be bent; and at random, so that no rule can
    // be learned.
    const judged = await fast.judge(texts.map((text) => ({ text, language: 'en' })));
    const expectedWrong = judged.reduce((sum, { confidence }) => sum + 1 - confidence, 0);
    const random = makeRandom(1);
    const wrong = new Set(
      texts
        .map((text) => ({ text, order: random() }))
        .sort((one, other) => one.order - other.order)
        .slice(0, Math.round(expectedWrong))
        .map(({ text }) => text),
    );
    const sampleId = await drawSample(scope, { size: 60, ...JUNE }, 1);
    for (;;) {
      const { next } = await findToLabel(scope, sampleId, ann.memberId);
      if (next.length === 0) break;
      for (const { itemId, text } of next) {
        await labelItem(scope, { itemId, answer: wrong.has(text) ? 'negative' : 'positive' });
      }
    }
    await requestAdaptation(scope);
    await expect(requestAdaptation(scope)).rejects.toThrow('learning already');
    await adapt();
    const { adaptations, inUse, open } = await findTextLearning(scope);
    expect([inUse, open]).toEqual([null, null]);
    expect(adaptations[0]).toMatchObject({ status: 'not_used', version: null });
    expect(adaptations[0]?.report[0]).toMatchObject({ verdict: 'not_better', gain: { n: 60 } });
    expect(await findWorkspaceEngine(scope, fast)).toBe(fast);
    expect(await findAuditActions(scope)).toEqual(
      expect.arrayContaining(['text_model.requested', 'text_model.tried']),
    );
  });

  it('is not begun with too little, by whoever does not want it, or once cancelled', {
    timeout: TIMEOUT_MS,
  }, async () => {
    await makeRead(['The delivery was late.']);
    await expect(requestAdaptation(scope)).rejects.toThrow('at least 50');
    await adapt();
    expect((await findTextLearning(scope)).total).toBe(0);

    await setLearning(scope, { learnsByItself: 'no' });
    await labelJargon(51);
    await adapt();
    expect((await findTextLearning(scope)).total).toBe(0);

    await requestAdaptation(scope);
    const { open } = await findTextLearning(scope);
    await cancelAdaptation(scope, open?.id ?? '');
    await adapt();
    expect(await findTextLearning(scope)).toMatchObject({
      open: null,
      inUse: null,
      adaptations: [{ status: 'cancelled' }],
    });
    await requestAdaptation(scope);
    await giveUpAdaptation(scope);
    expect((await findTextLearning(scope)).adaptations[0]).toMatchObject({ number: 2, status: 'failed' });
    const other = (await makeOwnedWorkspace()).scope;
    await expect(chooseModel(other, { adaptationId: open?.id ?? '' })).rejects.toThrow('model');
  });

  it('ends when it is cancelled while it learns', { timeout: TIMEOUT_MS }, async () => {
    await labelJargon(51);
    await adaptWorkspace(scope, goOn(), async () => {
      return {
        ...pool,
        async adapt(texts, onProgress, signal) {
          const { open } = await findTextLearning(scope);
          await cancelAdaptation(scope, open?.id ?? '');
          return pool.adapt(texts, onProgress, signal);
        },
      };
    });
    expect(await findTextLearning(scope)).toMatchObject({
      inUse: null,
      rereading: null,
      adaptations: [{ status: 'cancelled', version: null }],
    });
  });
});

/** Read by the workspace's own engine. */
async function makeNew(text: string): Promise<string[]> {
  const { id } = await makeStatement(scope, { sourceId, text, sentiment: null });
  await annotateFeedback(scope, [id], await findWorkspaceEngine(scope, fast));
  return [id];
}

describe('reading anew', () => {
  it('stops and goes on where it stopped, and may run twice', { timeout: TIMEOUT_MS }, async () => {
    const [id = ''] = await makeRead(['The late delivery was slow.', 'Fine.']);
    await labelJargon(60);
    await adapt();
    const first = await findRereading(scope);
    await steerRereading(scope, { rereadingId: first?.id ?? '', step: 'stop' });
    await rereadFeedback(scope, first?.id ?? '', goOn(), fast);
    expect(await findRereading(scope)).toMatchObject({ status: 'stopped', done: 0 });
    await steerRereading(scope, { rereadingId: first?.id ?? '', step: 'continue' });
    await reread();
    await rereadFeedback(scope, first?.id ?? '', goOn(), fast);
    const count = await scope.run((db) =>
      db.annotation.count({
        where: { feedbackId: id, spanId: null, aspect: 'sentiment', maker: 'engine' },
      }),
    );
    expect(count).toBe(2);
    await chooseModel(scope, { adaptationId: 'bundled' });
    expect((await findRereading(scope))?.id).not.toBe(first?.id);
  });
});
