import { expect, it } from 'vitest';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findSetAsideThemes } from '@/lib/annotations/find-set-aside-themes';
import { previewExclude } from '@/lib/annotations/preview-exclude';
import { previewMerge } from '@/lib/annotations/preview-merge';
import { previewSplit } from '@/lib/annotations/preview-split';
import { makeStatement } from '@/lib/db/testing/make-statement';
import { makeTheme } from '@/lib/db/testing/make-theme';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { markThemes } from '@/lib/themes/mark-themes';
import { mergeThemes } from '@/lib/themes/merge-themes';
import { moveThemes } from '@/lib/themes/move-themes';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

it('counts what a split and setting aside would change, before either is decided', async () => {
  const { scope } = await makeOwnedWorkspace();
  const sourceId = await makeSource(scope);
  const [login, billing] = [await makeTheme(scope, 'Login'), await makeTheme(scope, 'Billing')];
  const say = (...spans: { text: string; themeIds: string[] }[]) => makeStatement(scope, { sourceId, spans });
  await say({ text: 'The SSO login fails.', themeIds: [login] });
  await say(
    { text: 'SSO is broken.', themeIds: [login] },
    { text: 'And so is the password.', themeIds: [login] },
  );
  await say({ text: 'We want SSO for invoices.', themeIds: [billing] });
  await say({ text: 'The login is slow and dear.', themeIds: [login, billing] });
  await say({ text: 'Ssomething else.', themeIds: [] });

  expect(await previewSplit(scope, { themeId: login, includeTerms: ['sso'] })).toEqual({
    moving: 3,
    before: 3,
    after: 2,
  });
  expect(await previewSplit(scope, { themeId: login, includeTerms: ['passkey'] })).toEqual({
    moving: 0,
    before: 3,
    after: 3,
  });
  expect(await previewExclude(scope, [login])).toEqual({ moving: 3, uncovered: 2 });
  expect(await previewExclude(scope, [login, billing])).toEqual({ moving: 4, uncovered: 4 });

  await markThemes(scope, { themeIds: [login], mark: 'exclude', on: true });
  expect(await findSetAsideThemes(scope)).toEqual([{ id: login, name: 'Login', comments: 3 }]);
  await markThemes(scope, { themeIds: [login], mark: 'exclude', on: false });
  expect(await findSetAsideThemes(scope)).toEqual([]);
});

it('counts what a merge and a move would change as the feedback list counts it before and after', async () => {
  const { scope } = await makeOwnedWorkspace();
  const sourceId = await makeSource(scope);
  const make = (name: string) => makeTheme(scope, name);
  const [login, password, sso, billing] = [
    await make('Login'),
    await make('Password'),
    await make('SSO'),
    await make('Billing'),
  ];
  const say = (...themeIds: string[]) =>
    makeStatement(scope, { sourceId, spans: [{ text: 'Something.', themeIds }] });
  await say(login);
  await say(password);
  await say(sso, password);
  await say(billing, sso);
  await say(billing);
  await say();
  // A sub-theme and a part count with their theme.
  await moveThemes(scope, { themeIds: [password], parentId: login });
  await mergeThemes(scope, { themeIds: [sso], intoId: login });

  expect(await previewMerge(scope, { themeIds: [login], intoId: billing })).toEqual({
    moving: 4,
    before: 2,
    after: 5,
  });
  expect(await countFeedback(scope, { branch: login })).toBe(4);
  expect(await previewMerge(scope, { themeIds: [password], intoId: null })).toEqual({
    moving: 2,
    before: null,
    after: null,
  });
  await mergeThemes(scope, { themeIds: [login], intoId: billing });
  expect(await countFeedback(scope, { branch: billing })).toBe(5);
});
