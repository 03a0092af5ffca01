import { cutPeriod } from '@/lib/annotations/buckets';
import {
  type Compared,
  countByTheme,
  countComments,
  type Grouping,
  noneOf,
  type SentimentCounts,
} from '@/lib/annotations/find-theme-counts';
import { compareShares, type ShareChange } from '@/lib/annotations/share-change';
import type { Taxonomy } from '@/lib/annotations/taxonomy';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { withoutNestedLoops } from '@/lib/db/without-nested-loops';
import { adjustBenjaminiHochberg } from '@/lib/stats/benjamini-hochberg';
import { findShownParent, isLive } from '@/lib/themes/check-taxonomy';

export type { SentimentCounts };

/** Comments of a period on something. Every count is that of the feedback list under the same filter. */
export interface MentionFigures extends SentimentCounts {
  /** Comments that mention it, those of them that speak of a problem, and mentions in the period before. */
  mentions: number;
  problems: number;
  mentionsBefore: number;
  /** Mentions / comments with content, 0..1; null without such comments. */
  share: number | null;
  /** Null where there is nothing to compare with. */
  change: (ShareChange & { qValue: number }) | null;
}

/** One theme in one period. */
export interface ThemeFigures extends MentionFigures {
  themeId: string;
  name: string;
}

/** With the comments of each stretch of {@link cutPeriod}, the oldest first. */
export type OverTime = { overTime: number[] };

export interface TreeFigures extends ThemeFigures, OverTime {
  /** The theme that it is shown under. */
  parentId: string | null;
  isLocked: boolean;
  /** The theme and its sub-themes together, each comment once; null without sub-themes. */
  branch: (MentionFigures & OverTime) | null;
}

export interface ThemesOverview {
  /** Comments with content, and those of them without any theme. */
  comments: number;
  commentsBefore: number;
  untagged: number;
  /** All themes of today; or those that comments of the period or the one before were first assigned. */
  themes: TreeFigures[];
}

/**
 * All themes in a period, each with the change of its share of comments, tested with Benjamini-Hochberg over them; whole
 * branches are tested among themselves.
 */
export async function findThemesOverview(
  scope: Scope,
  period: Compared,
  taxonomy: Taxonomy = 'today',
): Promise<ThemesOverview> {
  return scope.run(async (db) => {
    const { workspaceId } = scope;
    const tree = await findTree(db, workspaceId, taxonomy);
    const { totals, untagged, figures } = await withoutNestedLoops(db, async () => {
      const { untagged, ...totals } = await countComments(db, workspaceId, period, taxonomy);
      const grouping = { taxonomy, groupsOf: groupsOf(tree) };
      return { totals, untagged, figures: await countFigures(db, workspaceId, period, totals, grouping) };
    });
    // What was first assigned shows what there was then; today's tree shows all there is.
    const isShown = (id: string) =>
      taxonomy === 'today' || figures.isKnown(branchGroup(id)) || figures.isKnown(id);
    const parents = tree.parents.filter(isShown);
    const branchOf = new Map(
      withQValues(parents.map((id) => ({ id, ...figures.figuresOf(branchGroup(id)) }))).map(
        ({ id, ...figures }) => [id, figures],
      ),
    );
    const themes = tree.rows
      .filter(({ id }) => isShown(id))
      .map((row) => ({
        themeId: row.id,
        name: row.name,
        isLocked: row.lockedAt !== null,
        parentId: row.shownUnder,
        ...figures.figuresOf(row.id),
        branch: branchOf.get(row.id) ?? null,
      }));
    return { ...totals, untagged, themes: withQValues(themes) };
  });
}

/** The group of a whole branch, beside that of its upper theme alone. */
const branchGroup = (themeId: string): string => `branch ${themeId}`;

/** Each theme counts for the theme it is a part of and, where that has or is a sub-theme, for their branch: both in one pass. */
function groupsOf({ headOf, branchOf, parents }: Awaited<ReturnType<typeof findTree>>) {
  const hasBranch = new Set(parents);
  return new Map(
    Array.from(headOf, ([id, head]): [string, string[]] => {
      const branch = branchOf.get(id) ?? head;
      return [id, hasBranch.has(branch) ? [head, branchGroup(branch)] : [head]];
    }),
  );
}

type Theme = Prisma.ThemeGetPayload<object>;

/** Which themes there are, what each counts for, and what stands under what. */
async function findTree(db: Db, workspaceId: string, taxonomy: Taxonomy) {
  const themes = await db.theme.findMany({ where: { workspaceId }, orderBy: { id: 'asc' } });
  const byId = new Map(themes.map((theme) => [theme.id, theme]));
  return taxonomy === 'first' ? treeThen(themes, byId) : treeToday(themes, byId);
}

/** Every theme stands for itself, under the theme at the top that it stands under today: as {@link firstPlaces} has it. */
function treeThen(themes: readonly Theme[], byId: ReadonlyMap<string, Theme>) {
  const rows = themes.map((theme) => {
    const parent = theme.parentId ? byId.get(theme.parentId) : undefined;
    return { ...theme, shownUnder: parent && !parent.parentId ? parent.id : null };
  });
  return {
    rows,
    headOf: new Map(rows.map(({ id }) => [id, id])),
    branchOf: new Map(rows.map(({ id, shownUnder }) => [id, shownUnder ?? id])),
    parents: [...new Set(rows.flatMap(({ shownUnder }) => shownUnder ?? []))],
  };
}

/** Merges led somewhere, and what is set aside counts nowhere: as `themePlaces` has it. */
function treeToday(themes: readonly Theme[], byId: ReadonlyMap<string, Theme>) {
  const rows = themes.map((theme) => ({ ...theme, shownUnder: findShownParent(theme, byId)?.id ?? null }));
  const live = rows.filter(isLive);
  const liveById = new Map(live.map((row) => [row.id, row]));
  const headOf = new Map<string, string>();
  const branchOf = new Map<string, string>();
  for (const { id, mergedIntoId } of themes) {
    const head = liveById.get(mergedIntoId ?? id);
    if (!head) continue;
    headOf.set(id, head.id);
    branchOf.set(id, head.shownUnder ?? head.id);
  }
  const parents = [...new Set(live.flatMap(({ shownUnder }) => shownUnder ?? []))];
  return { rows: live, headOf, branchOf, parents };
}

async function countFigures(
  db: Db,
  workspaceId: string,
  period: Compared,
  { comments, commentsBefore }: { comments: number; commentsBefore: number },
  grouping: Grouping,
) {
  const { buckets } = cutPeriod(period);
  const counts = await countByTheme(db, workspaceId, period, buckets, grouping);
  return {
    isKnown: (id: string) => counts.has(id),
    figuresOf(id: string) {
      const now = counts.get(id) ?? noneOf(buckets);
      return {
        ...now,
        share: comments === 0 ? null : now.mentions / comments,
        change: compareShares(
          { count: now.mentions, of: comments },
          { count: now.mentionsBefore, of: commentsBefore },
        ),
      };
    },
  };
}

function withQValues<Row extends { change: ShareChange | null }>(rows: Row[]) {
  const tested = rows.flatMap(({ change }) => (change ? [change] : []));
  const qValues = adjustBenjaminiHochberg(tested.map(({ pValue }) => pValue));
  const qValueOf = new Map(tested.map((change, index) => [change, qValues[index] ?? 1]));
  return rows.map((row) => ({
    ...row,
    change: row.change && { ...row.change, qValue: qValueOf.get(row.change) ?? 1 },
  }));
}
