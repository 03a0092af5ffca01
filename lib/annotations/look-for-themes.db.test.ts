import { expect, it } from 'vitest';
import { findThemeDiscovery } from '@/lib/annotations/find-theme-discovery';
import { lookForThemes } from '@/lib/annotations/look-for-themes';
import { makeComment, makeTheme } from '@/lib/db/testing/make-theme';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

it('looks again once there is enough to look at and nothing is on its way', async () => {
  const { scope } = await makeOwnedWorkspace();
  const source = await makeSource(scope);
  await makeComment(scope, source);
  await expect(lookForThemes(scope)).rejects.toThrow('at least 50');
  for (let n = 1; n < 50; n++) await makeComment(scope, source);
  const unread = await makeComment(scope, source, { isRead: false });
  expect(await findThemeDiscovery(scope)).toEqual({
    comments: 51,
    unread: 1,
    anew: null,
    look: null,
    spans: 50,
    step: 'reading',
    isFirst: false,
    lastRunAt: null,
    broken: null,
  });
  await expect(lookForThemes(scope)).rejects.toThrow('still being read');
  await scope.run((db) => db.feedback.deleteMany({ where: { id: unread } }));
  await lookForThemes(scope);
  expect(await findThemeDiscovery(scope)).toMatchObject({ step: 'themes', isFirst: true });
  await expect(lookForThemes(scope)).rejects.toThrow('already');
  await makeTheme(scope, 'Sync');
  expect(await findThemeDiscovery(scope)).toMatchObject({ step: 'themes', isFirst: false });
  const other = (await makeOwnedWorkspace()).scope;
  expect((await findThemeDiscovery(other)).step).toBeNull();
});
