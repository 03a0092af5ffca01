import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { Theme } from '@/lib/nlp/themes/theme-model';
import { DISCOVERED } from '@/lib/themes/queries';
import type { WorkspaceThemeModel } from '@/lib/themes/schema';

/**
 * Keeps what the first discovery found and makes its themes, each with its sub-themes. Those that are there already are left as
 * they are.
 */
export async function saveThemeModel(scope: Scope, model: WorkspaceThemeModel): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    const rowOf = ({ key, name, keywords }: Pick<Theme, 'key' | 'name' | 'keywords'>) => ({
      workspaceId,
      id: newId(),
      key,
      name,
      keywords,
    });
    await db.theme.createMany({ data: model.themes.map(rowOf), skipDuplicates: true });
    const made = await db.theme.findMany({
      where: { workspaceId, key: { in: model.themes.map(({ key }) => key) } },
      select: { id: true, key: true },
    });
    const idOf = new Map(made.map(({ id, key }) => [key, id]));
    await db.theme.createMany({
      data: (model.subthemes ?? []).map((theme) => ({
        ...rowOf(theme),
        parentId: idOf.get(theme.parentKey) ?? null,
      })),
      skipDuplicates: true,
    });
    const id = newId();
    await db.modelVersion.create({
      data: {
        workspaceId,
        id,
        purpose: 'themes',
        name: DISCOVERED,
        version: `${model.version}+${id}`,
        artifact: model as unknown as Prisma.InputJsonObject,
      },
    });
  });
}
