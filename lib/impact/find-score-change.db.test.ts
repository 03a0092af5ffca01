import { expect, it } from 'vitest';
import { makeAnswer, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findScoreChange, findScoreChangeAnswers } from '@/lib/impact/find-score-change';
import { findScoreReport } from '@/lib/responses/find-score-report';

const before = { from: '2026-05-01', to: '2026-05-31' };
const now = { from: '2026-06-01', to: '2026-06-30' };

it('takes the change of NPS on screen apart, and opens as many answers as it counts', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const slow = await makeTheme(scope, 'Slow');
  const merged = await makeTheme(scope, 'Sluggish', { mergedIntoId: slow });
  const dear = await makeTheme(scope, 'Dear');
  const answer = async (
    at: string,
    score: number,
    themeIds: string[],
    kind: 'problem' | 'praise' = 'problem',
    contactId?: string,
  ) => {
    const { responseId } = await makeAnswer(scope, {
      sourceId,
      score,
      at,
      contactId: contactId ?? (await makeContact(scope)),
    });
    if (themeIds.length === 0) return;
    await makeStatement(scope, {
      sourceId,
      at,
      responseId,
      spans: themeIds.map((id) => ({ text: 'So it is.', kind, themeIds: [id] })),
    });
  };
  const pat = await makeContact(scope);
  await answer('2026-05-10', 3, [slow]);
  await answer('2026-05-11', 2, [merged, dear]);
  await answer('2026-05-12', 10, []);
  await answer('2026-05-13', 9, [dear], 'praise');
  // Only the latest answer of a person counts.
  await answer('2026-06-01', 0, [dear], 'problem', pat);
  await answer('2026-06-20', 9, [], 'problem', pat);
  await answer('2026-06-21', 8, [slow]);
  await answer('2026-06-22', 4, [dear]);

  const { rows, answersBefore, answersNow } = await findScoreChange(
    scope,
    { before, now },
    { metric: 'nps' },
  );
  expect([answersBefore, answersNow]).toEqual([4, 3]);
  const of = (name: string | null) => rows.find((row) => row.name === name);
  expect(of('Slow')).toMatchObject({
    beforePoints: -37.5,
    afterPoints: 0,
    responsesBefore: 2,
    responsesAfter: 1,
  });
  expect(of('Dear')).toMatchObject({ beforePoints: -12.5, responsesBefore: 1, responsesAfter: 1 });
  expect(of(null)).toMatchObject({ beforePoints: 50, responsesBefore: 2, responsesAfter: 1 });
  const score = async (days: typeof now) =>
    (
      await findScoreReport(
        scope,
        'nps',
        { metric: 'nps', latest: '1', ...days },
        { before: null, starts: [] },
      )
    ).score;
  const [earlier, later] = [await score(before), await score(now)];
  const moved = (later?.value ?? 0) - (earlier?.value ?? 0);
  expect(rows.reduce((sum, row) => sum + row.changePoints, 0)).toBeCloseTo(moved, 9);
  for (const { theme, responsesBefore, responsesAfter } of rows) {
    const place = { theme, page: 1, pageSize: 10 };
    expect((await findScoreChangeAnswers(scope, before, { metric: 'nps' }, place)).rows).toHaveLength(
      responsesBefore,
    );
    expect((await findScoreChangeAnswers(scope, now, { metric: 'nps' }, place)).total).toBe(responsesAfter);
  }
});

it('takes a change of CSAT apart by answers', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const slow = await makeTheme(scope, 'Slow');
  const pat = await makeContact(scope);
  const answer = async (at: string, score: number, isSlow: boolean) => {
    const { responseId } = await makeAnswer(scope, { sourceId, score, at, metric: 'csat', contactId: pat });
    const spans = [{ text: 'So slow.', kind: 'problem' as const, themeIds: [slow] }];
    if (isSlow) await makeStatement(scope, { sourceId, at, responseId, spans });
  };
  await answer('2026-05-10', 5, false);
  await answer('2026-05-11', 4, true);
  // Every answer counts, also of one person.
  await answer('2026-06-10', 2, true);
  await answer('2026-06-11', 3, true);
  const { rows, answersNow } = await findScoreChange(scope, { before, now }, { metric: 'csat' });
  expect(answersNow).toBe(2);
  expect(rows.map(({ name, beforePoints, afterPoints }) => [name, beforePoints, afterPoints])).toEqual([
    ['Slow', 50, 0],
    [null, 50, 0],
  ]);
  expect((await findScoreChange(scope, { before, now }, { metric: 'nps' })).rows).toEqual([]);
});
