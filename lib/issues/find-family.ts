import type { Scope } from '@/lib/db/scope';
import { issueTitle } from '@/lib/issues/issue-title';
import { themePlaces } from '@/lib/themes/theme-places';

/** An issue by its name and address. */
export interface Relative {
  id: string;
  title: string;
}

/** How an issue hangs together with others, by hand or through their themes. */
export interface IssueFamily {
  /** Where it was merged into: read on there. */
  mergedInto: Relative | null;
  /** Whether the merge is one of themes, to be undone among themes. */
  isMergedByTheme: boolean;
  mergedFrom: Relative[];
  /** The issue that its theme's complaints count in, since that theme stands under another. */
  countsIn: Relative | null;
  splitFrom: Relative | null;
  splitOff: Relative[];
}

const relative = { id: true, title: true, theme: { select: { name: true } } } as const;

/** The issues an issue was merged into or split from, and those that were merged into it or split from it. */
export async function findIssueFamily(
  scope: Scope,
  { id, themeId }: { id: string; themeId: string | null },
): Promise<IssueFamily> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const issue = await db.issue.findUniqueOrThrow({
      where: { workspaceId_id: { workspaceId, id } },
      select: {
        mergedInto: { select: relative },
        splitFrom: { select: relative },
        mergedFrom: { select: relative, orderBy: { id: 'asc' } },
        splitOff: { select: relative, orderBy: { id: 'asc' } },
        theme: { select: { mergedIntoId: true, splitFromId: true } },
      },
    });
    const ofTheme = async (theme: string | null | undefined) =>
      theme ? db.issue.findFirst({ where: { workspaceId, themeId: theme }, select: relative }) : null;
    const ofThemes = async (where: { mergedIntoId: string } | { splitFromId: string }) =>
      db.issue.findMany({
        where: { workspaceId, theme: { ...where, withdrawnAt: null } },
        select: relative,
        orderBy: { id: 'asc' },
      });
    const [place] = themeId
      ? await db.$queryRaw<{ branchId: string }[]>`
          SELECT branch_id AS "branchId" FROM ${themePlaces(workspaceId)} place
          WHERE theme_id = ${themeId}::uuid AND branch_id <> head_id`
      : [];
    const byTheme = await ofTheme(issue.theme?.mergedIntoId);
    return {
      mergedInto: toRelative(issue.mergedInto ?? byTheme),
      isMergedByTheme: byTheme !== null,
      mergedFrom: [...issue.mergedFrom, ...(themeId ? await ofThemes({ mergedIntoId: themeId }) : [])].map(
        named,
      ),
      countsIn: toRelative(await ofTheme(place?.branchId)),
      splitFrom: toRelative(issue.splitFrom ?? (await ofTheme(issue.theme?.splitFromId))),
      splitOff: [...issue.splitOff, ...(themeId ? await ofThemes({ splitFromId: themeId }) : [])].map(named),
    };
  });
}

type Found = { id: string; title: string; theme: { name: string } | null };

function named(issue: Found): Relative {
  return { id: issue.id, title: issueTitle(issue) };
}

function toRelative(issue: Found | null): Relative | null {
  return issue && named(issue);
}
