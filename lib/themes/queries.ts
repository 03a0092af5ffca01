import type { Scope } from '@/lib/db/scope';
import { parseWorkspaceThemeModel, type WorkspaceThemeModel } from '@/lib/themes/schema';

/** Under this name model_versions keeps what a discovery found; the classifiers made of it have another. */
export const DISCOVERED = 'themes';

export interface StoredThemeModel {
  modelVersionId: string;
  model: WorkspaceThemeModel;
}

/** What the workspace's themes were found by, or null before the first discovery. */
export async function findThemeModel(scope: Scope): Promise<StoredThemeModel | null> {
  const row = await scope.run((db) =>
    db.modelVersion.findFirst({
      where: { workspaceId: scope.workspaceId, purpose: 'themes', name: DISCOVERED },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  );
  return row ? { modelVersionId: row.id, model: parseWorkspaceThemeModel(row.artifact) } : null;
}
