import type { Scope } from '@/lib/db/scope';

export interface ThemeIssue {
  id: string;
  title: string;
  status: 'new' | 'investigating' | 'planned' | 'shipped' | 'wont_do';
}

/** The issues of themes, by theme id; a theme that has none yet is left out. */
export async function findIssuesOfThemes(scope: Scope, themeIds: string[]): Promise<Map<string, ThemeIssue>> {
  const rows = await scope.run((db) =>
    db.issue.findMany({
      where: { workspaceId: scope.workspaceId, themeId: { in: themeIds } },
      select: { id: true, title: true, status: true, themeId: true },
    }),
  );
  return new Map(rows.map(({ themeId, ...issue }) => [themeId ?? '', issue]));
}
