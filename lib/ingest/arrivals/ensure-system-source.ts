import { idFrom } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

/**
 * The source of what one system tells, by webhook or by connector: whoever names both alike gets one source, in which the
 * same thing coming both ways is stored once.
 */
export async function ensureSystemSource(
  scope: Scope,
  { system, name, kind }: { system: string; name: string; kind: 'webhook' | 'connector' },
): Promise<string> {
  const { workspaceId } = scope;
  const id = idFrom(`system source ${workspaceId} ${system} ${name}`);
  return scope.run(async (db) => {
    if (await db.source.findFirst({ where: { workspaceId, id }, select: { id: true } })) return id;
    const isTaken = await db.source.findFirst({ where: { workspaceId, kind, name }, select: { id: true } });
    await db.source.createMany({
      data: [{ workspaceId, id, kind, name: isTaken ? `${name} (${system})` : name, config: { system } }],
      skipDuplicates: true,
    });
    return id;
  });
}
