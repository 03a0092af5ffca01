import { expect, it } from 'vitest';
import { makeAnswer, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { findScorePeople } from '@/lib/impact/find-score-people';
import { computePartImpacts, computeScoreImpacts } from '@/lib/impact/score-impacts';

it('says what a sub-theme does to NPS, within what its theme does, and opens as many people as it counts', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const invoices = await makeTheme(scope, 'Invoices');
  const late = await makeTheme(scope, 'Late invoices', { parentId: invoices });
  const merged = await makeTheme(scope, 'Invoices not on time', { mergedIntoId: late });
  const quiet = await makeTheme(scope, 'Invoice layout', { parentId: invoices });
  const answer = async (score: number, themeId: string | null) => {
    const at = '2026-05-10';
    const contactId = await makeContact(scope);
    const { responseId } = await makeAnswer(scope, { sourceId, score, at, contactId });
    const themeIds = themeId ? [themeId] : [];
    await makeStatement(scope, {
      ...{ sourceId, at, responseId },
      spans: [{ text: 'So it is.', kind: 'problem', themeIds }],
    });
  };
  await answer(0, late);
  await answer(3, merged);
  await answer(9, invoices);
  await answer(2, quiet);
  for (const score of [10, 9, 7, 10]) await answer(score, null);

  const parts = await computePartImpacts(scope);
  // Of one person who complains nothing is known about chance.
  expect(parts.get(invoices)?.map(({ themeId }) => themeId)).toEqual([late]);
  const [{ score } = { score: null }] = parts.get(invoices) ?? [];
  // Of eight answers four promote and three detract; without the two, four and one of six.
  expect(score?.impactPoints).toBeCloseTo(100 / 8 - 300 / 6, 9);
  expect(score?.interval.low).toBeLessThan(score?.impactPoints ?? 0);
  expect(score?.interval.high).toBeGreaterThan(score?.impactPoints ?? 0);
  expect(score).toMatchObject({ contactsWithTheme: 2, contacts: 8 });
  const people = { metric: 'nps', onlyComplaining: true, page: 1, pageSize: 10 } as const;
  expect((await findScorePeople(scope, late, people)).rows).toHaveLength(2);
  const { counts } = await findScorePeople(scope, invoices, { ...people, onlyComplaining: false });
  expect(counts).toEqual({ contacts: 8, contactsWithTheme: 4, answers: 8, complainingAnswers: 4 });
  const whole = await computeScoreImpacts(scope, [invoices], 'nps');
  expect(whole.get(invoices)).toMatchObject({ contactsWithTheme: 4, contacts: 8 });
});

it('lists with each person all of their answers that the figure counts', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const slow = await makeTheme(scope, 'Slow');
  const contactId = await makeContact(scope);
  const answer = async (score: number, at: string, who: string, themeIds: string[]) => {
    const { responseId } = await makeAnswer(scope, { sourceId, score, at, contactId: who });
    await makeStatement(scope, {
      ...{ sourceId, at, responseId },
      spans: [{ text: 'So it is.', kind: 'problem', themeIds }],
    });
  };
  await answer(2, '2026-04-01', contactId, [slow]);
  await answer(3, '2026-04-20', contactId, [slow]);
  await answer(9, '2026-05-10', contactId, []);
  await answer(10, '2026-05-11', await makeContact(scope), []);
  const { counts, rows } = await findScorePeople(scope, slow, {
    ...{ metric: 'nps', onlyComplaining: false, page: 1, pageSize: 10 },
  });
  expect(counts).toEqual({ contacts: 2, contactsWithTheme: 1, answers: 4, complainingAnswers: 2 });
  expect(rows[1]).toMatchObject({ score: 9, complains: true, answers: 3, complainingAnswers: 2 });
  // Of four answers two promote and two detract; without those that complain, two promote.
  const impact = (await computeScoreImpacts(scope, [slow], 'nps')).get(slow);
  expect(impact?.impactPoints).toBeCloseTo(0 - 100, 9);
});
