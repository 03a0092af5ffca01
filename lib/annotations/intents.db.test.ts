import { beforeEach, describe, expect, it } from 'vitest';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import type { FeedbackFilter } from '@/lib/annotations/feedback-filter';
import { countFeedback, findFeedbackPage } from '@/lib/annotations/find-feedback';
import { findFeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import type { Scope } from '@/lib/db/scope';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';

const LEAVING = 'The staff is kind. But I had to call three times, so we are looking for alternatives.';
const URGENT = 'Production is down, please help.';
const CALM = 'I would never cancel my subscription, it is not urgent at all.';

let scope: Scope;
let ids: string[];

async function tracesOf(feedbackId = '') {
  const detail = await findFeedbackDetail(scope, feedbackId);
  if (!detail) throw new Error('It is gone.');
  return detail.traces;
}

beforeEach(async () => {
  scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  ids = [];
  for (const text of [LEAVING, URGENT, CALM]) {
    ids.push((await makeStatement(scope, { sourceId, text, sentiment: null })).id);
  }
  await annotateFeedback(scope, ids);
});

describe('intents of feedback', () => {
  it('are kept with their maker, version, confidence and the words that show them', async () => {
    const found = (await tracesOf(ids[0])).filter(({ what }) => what === 'intent');
    expect(found.map(({ label, start, end }) => [label, LEAVING.slice(start ?? 0, end ?? 0)])).toEqual([
      ['effort', 'had to call three times'],
      ['churn', 'looking for alternatives'],
    ]);
    for (const { label, maker, makerName, confidence, holds } of found) {
      const measured = label === 'churn' ? 0.9 : 0.92;
      expect([maker, confidence, holds]).toEqual(['engine', expect.closeTo(measured), true]);
      expect(makerName).toContain('blend');
    }
  });

  it('narrow the list to as many rows as are counted', async () => {
    const cases: [FeedbackFilter, (string | undefined)[]][] = [
      [{ intent: 'churn' }, [ids[0]]],
      [{ intent: 'effort' }, [ids[0]]],
      [{ intent: 'urgency' }, [ids[1]]],
      [{ intent: 'churn', channel: 'call' }, []],
    ];
    for (const [filter, expected] of cases) {
      const { rows } = await findFeedbackPage(scope, filter, null);
      expect(rows.map(({ id }) => id)).toEqual(expected);
      expect(await countFeedback(scope, filter)).toBe(expected.length);
    }
  });

  it('hold only as the last reading found them', async () => {
    const [id = ''] = ids;
    const { workspaceId } = scope;
    await scope.run((db) =>
      db.feedback.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { annotatedAt: null, text: 'The staff is kind.' },
      }),
    );
    await annotateFeedback(scope, [id]);
    expect(await countFeedback(scope, { intent: 'churn' })).toBe(0);
    const intents = (await tracesOf(id)).filter(({ what }) => what === 'intent');
    expect(intents.filter(({ holds }) => holds)).toEqual([]);
  });

  it('come with kinds that say how sure they are', async () => {
    const kinds = (await tracesOf(ids[1])).filter(({ what }) => what === 'kind');
    expect(kinds.length).toBeGreaterThan(0);
    for (const { confidence } of kinds) expect(confidence).toBeGreaterThan(0);
  });
});
