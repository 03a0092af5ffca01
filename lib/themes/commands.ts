import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { DISCOVERED } from '@/lib/themes/queries';
import type { WorkspaceThemeModel } from '@/lib/themes/schema';

/** Keeps what the first discovery found and makes its themes. Those that are there already are left as they are. */
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
        name: DISCOVERED,
        version: `${model.version}+${id}`,
        artifact: model as unknown as Prisma.InputJsonObject,
      },
    });
  });
}
