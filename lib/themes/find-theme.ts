import { z } from 'zod';
import type { Scope } from '@/lib/db/scope';
import type { Steering } from '@/lib/themes/decision';

/** A merge that holds: the theme that became a part, who decided it and when; its batch undoes it. */
export interface MergedPart {
  batchId: string;
  themeId: string;
  name: string;
  decidedAt: Date;
  /** The member's id. */
  decidedById: string;
}

export interface ThemeHead extends Steering {
  id: string;
  name: string;
  keywords: string[];
  /** Set for a theme that is a part of another now. */
  mergedIntoId: string | null;
  parentId: string | null;
  isLocked: boolean;
  /** Set aside: not counted, not ranked. */
  isExcluded: boolean;
  /** The themes merged into it, directly or by way of another part. */
  parts: MergedPart[];
  /** Its name before a person first renamed it; null when nobody has. */
  firstName: string | null;
}

const renamePayload = z.object({ from: z.string() });

/** A theme with what people decided about it, or null. */
export async function findTheme(scope: Scope, themeId: string): Promise<ThemeHead | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const theme = await db.theme.findUnique({ where: { workspaceId_id: { workspaceId, id: themeId } } });
    if (!theme || (theme.withdrawnAt && !theme.mergedIntoId)) return null;
    const merges = await db.themeDecision.findMany({
      where: { workspaceId, action: 'merge', undoneAt: null, theme: { mergedIntoId: themeId } },
      include: { theme: { select: { name: true } } },
      orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    });
    const rename = await db.themeDecision.findFirst({
      where: { workspaceId, themeId, action: 'rename', undoneAt: null },
      orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    });
    const { id, name, keywords, mergedIntoId, parentId } = theme;
    const { definition, includeTerms, excludeTerms, examples } = theme;
    return {
      id,
      name,
      keywords,
      mergedIntoId,
      parentId,
      isLocked: theme.lockedAt !== null,
      isExcluded: theme.excludedAt !== null,
      ...{ definition, includeTerms, excludeTerms, examples },
      parts: merges.map((merge) => ({
        batchId: merge.batchId,
        themeId: merge.themeId,
        name: merge.theme.name,
        decidedAt: merge.decidedAt,
        decidedById: merge.memberId,
      })),
      firstName: rename && renamePayload.parse(rename.payload).from,
    };
  });
}

/** The themes that stand for themselves, by name: what another can be merged into. */
export async function findThemeNames(
  scope: Scope,
): Promise<{ id: string; name: string; parentId: string | null }[]> {
  const themes = await scope.run((db) =>
    db.theme.findMany({
      where: { workspaceId: scope.workspaceId, mergedIntoId: null, excludedAt: null, withdrawnAt: null },
      select: { id: true, name: true, parentId: true },
      orderBy: { id: 'asc' },
    }),
  );
  return themes.sort((a, b) => a.name.localeCompare(b.name, 'en'));
}
