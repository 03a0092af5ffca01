import type { Scope } from '@/lib/db/scope';
import { issueTitle } from '@/lib/issues/issue-title';

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
      select: { id: true, title: true, status: true, themeId: true, theme: { select: { name: true } } },
    }),
  );
  return new Map(
    rows.map((row) => [row.themeId ?? '', { id: row.id, title: issueTitle(row), status: row.status }]),
  );
}
