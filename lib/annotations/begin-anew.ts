import { countThemeSpans } from '@/lib/annotations/find-pipeline-state';
import type { Scope } from '@/lib/db/scope';
import { assignThemes } from '@/lib/nlp/themes/assign';
import { compileThemeModel } from '@/lib/nlp/themes/compiled-model';
import type { ReadableSegment } from '@/lib/nlp/themes/theme-features';
import type { Theme, ThemeModel } from '@/lib/nlp/themes/theme-model';
import { DISCOVERED, findThemeModel } from '@/lib/themes/queries';

/** How long after the first look a workspace may still be filled with its first files. */
const SETTING_UP_MS = 24 * 3_600_000;
/**
 * The first look saw too little when there are so many times as many sentences now as are left of those it saw. Less than what
 * makes later looks due: a last file a quarter the size of the others has themes of its own.
 */
export const SETTING_UP_GROWTH = 1.25;
/** What people do that rests on the themes there are; by the subject of its entry in the audit trail. */
const WORK = ['theme', 'theme_proposal', 'issue', 'issue_view', 'alert', 'export', 'feedback', 'webhook'];

/**
 * Whether the first look may be done anew: it is less than a day ago, saw little of what there is now, and nobody has worked with
 * its themes since. Files come one after another; without this, the first of them would name the themes of all.
 */
export async function isSettingUp(scope: Scope, spanCount: number, now: Date): Promise<boolean> {
  const last = await findThemeModel(scope);
  if (!last) return false;
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const looks = await db.modelVersion.findMany({
      where: { workspaceId, purpose: 'themes', name: DISCOVERED },
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
      select: { createdAt: true },
    });
    const [first, newest] = [looks[0]?.createdAt ?? now, looks.at(-1)?.createdAt ?? now];
    if (now.getTime() - first.getTime() > SETTING_UP_MS) return false;
    const seen = Math.min(last.model.trainedOn, await countThemeSpans(inner, newest));
    if (spanCount < seen * SETTING_UP_GROWTH) return false;
    const worked = await Promise.all([
      db.auditEntry.count({ where: { workspaceId, actorKind: 'member', subjectKind: { in: WORK } } }),
      db.themeDecision.count({ where: { workspaceId } }),
      db.issue.count({
        where: {
          workspaceId,
          OR: [{ themeId: null }, { status: { not: 'new' } }, { ownerId: { not: null } }],
        },
      }),
    ]);
    return worked.every((count) => count === 0);
  });
}

/**
 * Takes back the themes of the first look, with all that was made of them by itself, so that another first look can keep what
 * it found. A theme that is found again keeps its id.
 */
export async function takeBackThemes(scope: Scope, again: ThemeModel, spans: Spans): Promise<void> {
  const { workspaceId } = scope;
  const first = await findThemeModel(scope);
  const kept = first ? matchThemes(first.model, again, spans) : new Map<string, Theme>();
  await scope.run(async (db) => {
    const themes = await db.theme.findMany({ where: { workspaceId, parentId: null } });
    const found = themes.flatMap(({ id, key }) => {
      const theme = kept.get(key ?? '');
      return theme ? [{ id, theme }] : [];
    });
    const keptIds = found.map(({ id }) => id);
    await db.themeProposal.deleteMany({ where: { workspaceId } });
    await db.alert.deleteMany({ where: { workspaceId, themeId: { not: null } } });
    await db.alertRule.updateMany({ where: { workspaceId }, data: { judgedTo: null } });
    await db.issue.deleteMany({ where: { workspaceId, themeId: { notIn: keptIds } } });
    await db.themeFirstAssignment.deleteMany({ where: { workspaceId } });
    await db.feedback.updateMany({
      where: { workspaceId, themedAt: { not: null } },
      data: { themedAt: null },
    });
    await db.theme.deleteMany({ where: { workspaceId, parentId: { not: null } } });
    await db.theme.deleteMany({ where: { workspaceId, id: { notIn: keptIds } } });
    // In two steps: the new key of one may be the old key of another.
    await db.theme.updateMany({ where: { workspaceId }, data: { key: null } });
    for (const {
      id,
      theme: { key, name, keywords },
    } of found) {
      await db.theme.updateMany({ where: { workspaceId, id }, data: { key, name, keywords } });
    }
  });
}

type Spans = readonly ReadableSegment[];

/** Themes that are found again, by their first key: more than half of the sentences of either are the other's. */
export function matchThemes(first: ThemeModel, again: ThemeModel, spans: Spans): Map<string, Theme> {
  const [before, after] = [likeliest(first, spans), likeliest(again, spans)];
  const sizes = new Map<string, number>();
  const count = (name: string) => sizes.set(name, (sizes.get(name) ?? 0) + 1);
  for (const key of before.values()) count(`before ${key}`);
  for (const key of after.values()) count(`after ${key}`);
  for (const [place, key] of before) count(`both ${key} ${after.get(place)}`);
  const sizeOf = (name: string) => sizes.get(name) ?? 0;
  return new Map(
    first.themes.flatMap(({ key }) => {
      const same = again.themes.find(
        (theme) =>
          2 * sizeOf(`both ${key} ${theme.key}`) >
          Math.max(sizeOf(`before ${key}`), sizeOf(`after ${theme.key}`)),
      );
      return same ? [[key, same] as const] : [];
    }),
  );
}

/** The likeliest theme of each sentence that has one, by its place. */
function likeliest(model: ThemeModel, spans: Spans): Map<number, string> {
  const keys = new Map<number, string>();
  for (const { segmentIndex, themeKey } of assignThemes(compileThemeModel(model), spans)) {
    if (!keys.has(segmentIndex)) keys.set(segmentIndex, themeKey);
  }
  return keys;
}
