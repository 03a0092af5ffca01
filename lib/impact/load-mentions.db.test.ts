import { expect, it } from 'vitest';
import { makeAccount, makeStatement } from '@/lib/db/testing/make-statement';
import { makeTheme } from '@/lib/db/testing/make-theme';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';
import { loadMentions } from '@/lib/impact/load-mentions';
import { toEpochDay } from '@/lib/impact/months';

it('tells days once and statements each, by unit, and counts what came before the day', async () => {
  const scope = await makeWorkspace();
  const sourceId = await makeSource(scope);
  const accountId = await makeAccount(scope, { name: 'Acme' });
  const sync = await makeTheme(scope, 'Sync');
  const price = await makeTheme(scope, 'Price');
  const say = (at: string, themeIds: string[][], account = true) =>
    makeStatement(scope, {
      sourceId,
      ...(account ? { accountId } : {}),
      at,
      kind: 'problem',
      sentiment: 'negative',
      spans: themeIds.map((ids) => ({ text: 'It broke.', themeIds: ids })),
    });
  // Two spans on one theme are one statement; two statements of a day are one mention.
  await say('2026-03-01T08:00:00Z', [[sync], [sync, price]]);
  await say('2026-03-01T23:59:59Z', [[sync]]);
  await say('2026-03-09T00:00:00Z', [[sync]]);
  const { id } = await say('2026-03-02T00:00:00Z', [[price]], false);
  await say('2026-03-10T00:00:00Z', [[price]]);

  const asOfDay = toEpochDay(new Date('2026-03-10'));
  const { mentions, mentionCounts } = await scope.run((db) =>
    loadMentions(db, scope.workspaceId, { filter: {}, asOfDay }),
  );
  const told = mentions.map(({ unitId, themeId, occurredDay }) =>
    [
      unitId === accountId ? 'account' : unitId,
      themeId === sync ? 'sync' : 'price',
      asOfDay - occurredDay,
    ].join(' '),
  );
  expect(told.sort()).toEqual(
    ['account sync 9', 'account sync 1', 'account price 9', 'account price 0', `${id} price 8`].sort(),
  );
  expect(Object.fromEntries(mentionCounts)).toEqual({
    [sync]: { mentions: 3, accounts: 1, withoutAccount: 0 },
    [price]: { mentions: 2, accounts: 1, withoutAccount: 1 },
  });
});
