import type { Scope } from '@/lib/db/scope';
import { assignThemes, type CompiledThemeModel, compileThemeModel } from '@/lib/nlp/themes/assign';
import { parseWorkspaceThemeModel, type WorkspaceThemeModel } from '@/lib/themes/schema';

export interface StoredThemeModel {
  modelVersionId: string;
  model: WorkspaceThemeModel;
}

/** The workspace's newest theme model, or null before the first discovery. */
export async function findThemeModel(scope: Scope): Promise<StoredThemeModel | null> {
  const row = await scope.run((db) =>
    db.modelVersion.findFirst({
      where: { workspaceId: scope.workspaceId, purpose: 'themes' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    }),
  );
  return row ? { modelVersionId: row.id, model: parseWorkspaceThemeModel(row.artifact) } : null;
}

export interface ThemeAssigner {
  modelVersionId: string;
  /** Themes of spans by their index; several or none each. Confidence 0..1. */
  assign(
    spans: { text: string; language: string | null }[],
  ): { index: number; themeId: string; confidence: number }[];
}

// A model takes longer to compile than a batch takes to assign; the newest of each workspace is kept.
const compiled = new Map<string, { modelVersionId: string; model: CompiledThemeModel }>();

/** What assigns spans to the workspace's themes, or null before the first discovery. */
export async function findThemeAssigner(scope: Scope): Promise<ThemeAssigner | null> {
  const { workspaceId } = scope;
  const newest = await scope.run((db) =>
    db.modelVersion.findFirst({
      where: { workspaceId, purpose: 'themes' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { id: true },
    }),
  );
  if (!newest) return null;
  let entry = compiled.get(workspaceId);
  if (entry?.modelVersionId !== newest.id) {
    const stored = await findThemeModel(scope);
    if (!stored) return null;
    entry = { modelVersionId: stored.modelVersionId, model: compileThemeModel(stored.model) };
    compiled.set(workspaceId, entry);
  }
  const { model, modelVersionId } = entry;
  const themes = await scope.run((db) =>
    db.theme.findMany({ where: { workspaceId, key: { not: null } }, select: { id: true, key: true } }),
  );
  const idByKey = new Map(themes.map((theme) => [theme.key, theme.id]));
  return {
    modelVersionId,
    assign: (spans) =>
      assignThemes(model, spans).flatMap(({ segmentIndex, themeKey, confidence }) => {
        const themeId = idByKey.get(themeKey);
        return themeId ? [{ index: segmentIndex, themeId, confidence }] : [];
      }),
  };
}
