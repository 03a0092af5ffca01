import { beforeEach, describe, expect, it } from 'vitest';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { correctMention } from '@/lib/annotations/correct-mention';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { countAdaptationTexts, findAdaptationTexts } from '@/lib/quality/find-adaptation-texts';
import { findKnownTexts, type KnownTextFilter } from '@/lib/quality/find-known-texts';
import { createAdaptation } from '@/lib/quality/open-adaptation';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const FIRST = { page: 1, pageSize: 50 };

let scope: Scope;
let sourceId: string;

beforeEach(async () => {
  scope = (await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead')).scope;
  sourceId = await makeSource(scope, 'Survey');
});

async function open(filter: Pick<KnownTextFilter, 'by'> & Partial<KnownTextFilter>, place = FIRST) {
  const { rows, total, attempt } = await findKnownTexts(
    scope,
    { onlyRandom: false, attempt: null, language: null, ...filter },
    place,
  );
  if (attempt) expect(attempt.count).toBe(total);
  return { total, texts: rows.map(({ text }) => text) };
}

describe('findAdaptationTexts', () => {
  async function rate(text: string, scores: { metric: 'nps' | 'csat' | 'rating' | 'ces'; score: number }[]) {
    const responseId = newId();
    const { workspaceId } = scope;
    await scope.run(async (db) => {
      await db.response.create({
        data: { workspaceId, id: responseId, sourceId, externalId: responseId, submittedAt: new Date() },
      });
      for (const answer of scores) {
        await db.answer.create({
          data: { workspaceId, id: newId(), responseId, answeredAt: new Date(), choices: [], ...answer },
        });
      }
    });
    return makeStatement(scope, { sourceId, text, responseId });
  }

  it('learns the words around a theme from what a person says is felt about it', async () => {
    const text = 'Nice app, and the invoice is wrong';
    const themeId = await makeTheme(scope, 'Invoices');
    const { id, spanIds } = await makeStatement(scope, { sourceId, spans: [{ text, themeIds: [themeId] }] });
    const word = { feedbackId: id, spanId: spanIds[0] ?? '', themeId };
    await correctMention(scope, { ...word, label: 'neutral' });
    expect(await findAdaptationTexts(scope)).toEqual([]);
    await scope.run((db) =>
      db.themeAssignment.updateMany({ where: { themeId }, data: { sentimentStart: 10, sentimentEnd: 34 } }),
    );
    await correctMention(scope, { ...word, label: 'negative' });
    expect(await findAdaptationTexts(scope)).toMatchObject([
      { text: 'and the invoice is wrong', known: { by: 'label', label: 'negative', isRandom: false } },
    ]);
    expect((await open({ by: 'label' })).total).toBe(1);
  });

  it('takes the pole of ratings, not their middle nor contradictions, and a label before them', async () => {
    await rate('very low', [{ metric: 'nps', score: 6 }]);
    await rate('very high', [
      { metric: 'nps', score: 9 },
      { metric: 'csat', score: 3 },
    ]);
    await rate('middle', [{ metric: 'nps', score: 7 }]);
    await rate('against itself', [
      { metric: 'rating', score: 5 },
      { metric: 'csat', score: 1 },
    ]);
    await rate('effort alone', [{ metric: 'ces', score: 1 }]);
    const labelled = await rate('labelled', [{ metric: 'nps', score: 10 }]);
    await correctAnnotation(scope, { feedbackId: labelled.id, aspect: 'sentiment', label: 'neutral' });
    const texts = await findAdaptationTexts(scope);
    expect(texts.map(({ text, known }) => [text, known.by, known.label]).sort()).toEqual([
      ['labelled', 'label', 'neutral'],
      ['very high', 'rating', 'positive'],
      ['very low', 'rating', 'negative'],
    ]);
    const counts = await countAdaptationTexts(scope);
    expect(counts).toEqual({ labels: 1, randomLabels: 0, ratings: 2 });
    // Each count opens as many rows.
    const lists = {
      labels: await open({ by: 'label' }),
      randomLabels: await open({ by: 'label', onlyRandom: true }),
      ratings: await open({ by: 'rating' }),
    };
    expect(lists).toEqual({
      labels: { total: 1, texts: ['labelled'] },
      randomLabels: { total: 0, texts: [] },
      ratings: { total: 2, texts: expect.arrayContaining(['very high', 'very low']) },
    });
    expect(await open({ by: 'rating' }, { page: 2, pageSize: 1 })).toMatchObject({
      total: 2,
      texts: [expect.any(String)],
    });
  });

  it('opens what an attempt began with, and says what it counted', async () => {
    await rate('very low', [{ metric: 'nps', score: 1 }]);
    const turned = await rate('very high', [{ metric: 'nps', score: 10 }]);
    const { workspaceId } = scope;
    await scope.run((db) =>
      createAdaptation(db, workspaceId, { known: { labels: 0, ratings: 2 }, requestedById: null }),
    );
    await correctAnnotation(scope, { feedbackId: turned.id, aspect: 'sentiment', label: 'neutral' });
    await rate('later', [{ metric: 'nps', score: 2 }]);
    expect(await open({ by: 'rating', attempt: 1 })).toEqual({
      total: 2,
      texts: expect.arrayContaining(['very high', 'very low']),
    });
    expect(await open({ by: 'label', attempt: 1 })).toEqual({ total: 0, texts: [] });
    const gain = {
      ...{
        by: 'rating',
        n: 2,
        groups: 2,
        accuracyBefore: 0.5,
        accuracyAfter: 1,
        gain: 0.5,
        standardError: 0.1,
      },
      ...{ low: 0.3, high: 0.7, macroF1Before: 0.5, macroF1After: 1 },
    };
    const english = { language: 'en', labels: 0, ratings: 2, verdict: 'used', gain, confidence: null };
    await scope.run((db) =>
      db.adaptation.updateMany({ where: { workspaceId }, data: { report: [english] } }),
    );
    expect((await open({ by: 'rating', attempt: 1, language: 'en' })).total).toBe(gain.n);
    await rate('much later', [{ metric: 'nps', score: 2 }]);
    expect((await open({ by: 'rating', language: 'de' })).total).toBe(0);
    expect(await open({ by: 'label' })).toEqual({ total: 1, texts: ['very high'] });
    await expect(open({ by: 'label', attempt: 2 })).rejects.toThrow('attempt');
  });

  it('takes the words of a span from its place, under the comment they stand in', async () => {
    const { id, spanIds } = await makeStatement(scope, {
      sourceId,
      spans: [{ text: 'Fast 🙂 help.' }, { text: 'Dear export.' }],
    });
    const [, second = ''] = spanIds;
    await correctAnnotation(scope, {
      feedbackId: id,
      spanId: second,
      aspect: 'sentiment',
      label: 'negative',
    });
    await correctAnnotation(scope, { feedbackId: id, aspect: 'sentiment', label: 'neutral' });
    await correctAnnotation(scope, { feedbackId: id, aspect: 'sentiment', label: 'positive' });
    const texts = await findAdaptationTexts(scope);
    expect(
      (await findKnownTexts(scope, { by: 'label', onlyRandom: false, attempt: null, language: null }, FIRST))
        .rows,
    ).toMatchObject([
      { feedbackId: id, start: null, label: 'positive' },
      { feedbackId: id, start: 14, end: 26, label: 'negative' },
    ]);
    expect(texts).toEqual([
      {
        text: 'Fast 🙂 help. Dear export.',
        language: 'en',
        group: id,
        known: { by: 'label', label: 'positive', isRandom: false },
      },
      {
        text: 'Dear export.',
        language: 'en',
        group: id,
        known: { by: 'label', label: 'negative', isRandom: false },
      },
    ]);
  });
});
