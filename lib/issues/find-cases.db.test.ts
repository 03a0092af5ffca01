import { expect, it } from 'vitest';
import { newId } from '@/lib/core/ids';
import { makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { computeServeCost, countCases, countCasesByTheme, findCasePage } from '@/lib/issues/find-cases';
import { costToServeSchema, saveCostToServe } from '@/lib/issues/save-cost-to-serve';
import { getSetting } from '@/lib/settings/queries';

const asOf = new Date('2026-06-30');

it('counts the conversations of a year that tell of the problem, each once, and costs them', async () => {
  const scope = await makeWorkspace();
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  const slow = await makeTheme(scope, 'Slow');
  const merged = await makeTheme(scope, 'Sluggish', { mergedIntoId: slow });
  const talk = async (
    subject: string,
    said: { at: string; themeId: string; kind?: 'problem' | 'praise' }[],
  ) => {
    const id = newId();
    await scope.run((db) =>
      db.conversation.create({
        data: {
          workspaceId,
          id,
          sourceId,
          externalId: id,
          channel: 'ticket',
          subject,
          startedAt: new Date(said[0]?.at ?? ''),
        },
      }),
    );
    for (const { at, themeId, kind = 'problem' } of said) {
      await makeStatement(scope, {
        sourceId,
        at,
        conversationId: id,
        spans: [{ text: 'So.', kind, themeIds: [themeId] }],
      });
    }
  };
  await talk('Twice', [
    { at: '2026-06-01', themeId: slow },
    { at: '2026-06-02', themeId: merged },
  ]);
  await talk('Last day', [{ at: '2026-06-30T23:00:00Z', themeId: slow }]);
  await talk('Praise', [{ at: '2026-06-03', themeId: slow, kind: 'praise' }]);
  await talk('First day', [{ at: '2025-07-01', themeId: slow }]);
  await talk('Too old', [{ at: '2025-06-30T23:00:00Z', themeId: slow }]);
  await makeStatement(scope, {
    sourceId,
    at: '2026-06-04',
    spans: [{ text: 'So.', kind: 'problem', themeIds: [slow] }],
  });

  expect(await countCases(scope, slow, asOf)).toBe(3);
  expect(await countCasesByTheme(scope, asOf)).toEqual(new Map([[slow, 3]]));
  const rows = await findCasePage(scope, slow, { asOf, page: 1, pageSize: 10 });
  expect(rows.map(({ subject, statements }) => [subject, statements])).toEqual([
    ['Last day', 1],
    ['Twice', 2],
    ['First day', 1],
  ]);

  expect(computeServeCost(3, await getSetting(scope, 'costToServe'), 100)).toBeNull();
  await saveCostToServe(scope, costToServeSchema.parse({ minutesPerCase: '20', hourlyCost: '45,50' }));
  expect(computeServeCost(3, await getSetting(scope, 'costToServe'), 100)).toBe(45_50);
  expect(costToServeSchema.safeParse({ minutesPerCase: '-1', hourlyCost: '' }).success).toBe(false);
});
