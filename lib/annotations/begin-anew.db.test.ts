import { beforeEach, expect, it } from 'vitest';
import { annotateFeedback } from '@/lib/annotations/annotate-feedback';
import { isSettingUp } from '@/lib/annotations/begin-anew';
import { discoverThemes } from '@/lib/annotations/discover-themes';
import { countThemeSpans } from '@/lib/annotations/find-pipeline-state';
import type { Scope } from '@/lib/db/scope';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import { plantedSegments } from '@/lib/nlp/themes/testing/planted-segments';
import { countOpenProposals } from '@/lib/themes/find-proposals';
import { renameTheme } from '@/lib/themes/rename-theme';
import { makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let scope: Scope;
const planted = plantedSegments(40, 7);
const first = planted.filter(({ subject }) => subject === 'login' || subject === 'billing');
const later = planted.filter((each) => !first.includes(each));

/** A file of comments, read. */
async function read(planted: ReturnType<typeof plantedSegments>): Promise<void> {
  const texts = planted.map(({ segment }) => segment.text);
  const sourceId = await makeSource(scope, texts[0] ?? '');
  const inputs = texts.map((text, index) => ({
    ...{ sourceId, externalId: String(index), text },
    channel: 'ticket' as const,
    occurredAt: new Date('2026-03-01T10:00:00Z'),
  }));
  await annotateFeedback(scope, [...(await recordFeedback(scope, inputs)).values()]);
}

async function bring(planted: ReturnType<typeof plantedSegments>): Promise<void> {
  await read(planted);
  await discoverThemes(scope);
}

const topThemes = () =>
  scope.run((db) =>
    db.theme.findMany({
      where: { parentId: null },
      select: { id: true, keywords: true },
    }),
  );

beforeEach(async () => {
  ({ scope } = await makeOwnedWorkspace());
  await bring(first);
});

it('finds the themes of all files while the first ones come, and keeps the ids of those it finds again', async () => {
  const before = await topThemes();
  await bring(later);
  const themes = await topThemes();
  expect(themes.flatMap(({ keywords }) => keywords)).toEqual(
    expect.arrayContaining(['login', 'invoice', 'export', 'delivery', 'mobile']),
  );
  expect(themes.filter(({ id }) => before.some((each) => each.id === id)).length).toBeGreaterThan(0);
  expect(await countOpenProposals(scope)).toBe(0);
  const firsts = await scope.run((db) =>
    db.themeFirstAssignment.findMany({ select: { themeId: true }, distinct: 'themeId' }),
  );
  expect(firsts.length).toBeGreaterThanOrEqual(themes.length);

  // What comes in the place of files that were undone was not looked at, however little it is.
  await scope.run((db) => db.feedback.deleteMany());
  await read(first.slice(10));
  const openEngine = () => Promise.reject(new Error('a look'));
  await expect(discoverThemes(scope, { openEngine })).rejects.toThrow('a look');
  expect(await isSettingUp(scope, await countThemeSpans(scope), new Date())).toBe(true);
});

it('finds the themes of a last file that is much smaller than those before it', async () => {
  const small = later.filter(({ subject }) => subject === 'export').slice(0, first.length / 3);
  await bring(small);
  expect((await topThemes()).flatMap(({ keywords }) => keywords)).toContain('export');
  expect(await countOpenProposals(scope)).toBe(0);
});

it('only proposes once somebody has worked with the themes, or a day has passed', async () => {
  const before = await topThemes();
  const tomorrow = new Date(Date.now() + 25 * 3_600_000);
  expect(await isSettingUp(scope, 1000, new Date())).toBe(true);
  expect(await isSettingUp(scope, 1000, tomorrow)).toBe(false);
  expect(await isSettingUp(scope, 90, new Date())).toBe(false);
  await renameTheme(scope, { themeId: before[0]?.id ?? '', name: 'Ours' });
  await bring(later);
  expect((await topThemes()).map(({ id }) => id).sort()).toEqual(before.map(({ id }) => id).sort());
  expect(await countOpenProposals(scope)).toBeGreaterThanOrEqual(2);
});
