import { beforeEach, describe, expect, it } from 'vitest';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { countAdaptationTexts, findAdaptationTexts } from '@/lib/quality/find-adaptation-texts';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
let sourceId: string;

beforeEach(async () => {
  scope = (await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead')).scope;
  sourceId = await makeSource(scope, 'Survey');
});

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
    expect(await countAdaptationTexts(scope)).toEqual({ labels: 1, randomLabels: 0, ratings: 2 });
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
