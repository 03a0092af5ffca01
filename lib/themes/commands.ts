import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { WorkspaceThemeModel } from '@/lib/themes/schema';

/** Keeps a new model as the workspace's newest and makes the themes that are not there yet. Names are left as they are. */
export async function saveThemeModel(scope: Scope, model: WorkspaceThemeModel): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    await db.theme.createMany({
      data: model.themes.map(({ key, name, keywords }) => ({
        workspaceId,
        id: newId(),
        key,
        name,
        keywords,
      })),
      skipDuplicates: true,
    });
    const id = newId();
    await db.modelVersion.create({
      data: {
        workspaceId,
        id,
        purpose: 'themes',
        name: 'themes',
        version: `${model.version}+${id}`,
        artifact: model as unknown as Prisma.InputJsonObject,
      },
    });
  });
}
