import { recordAudit } from '@/lib/audit/record';
import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import { actorId, type Scope } from '@/lib/db/scope';

/** Notes that somebody took data out: what, in which format, narrowed how, how many rows. */
export async function recordExport(
  scope: Scope,
  {
    kind,
    format,
    filters,
    rows,
  }: { kind: string; format: string; filters: Prisma.InputJsonObject; rows: number },
): Promise<void> {
  const { workspaceId } = scope;
  const memberId = actorId(scope);
  if (memberId === null) throw new Error('only a member takes data out');
  const id = newId();
  await scope.run(async (db, inner) => {
    await db.export.create({ data: { workspaceId, id, kind, format, filters, rows, memberId } });
    await recordAudit(inner, {
      action: 'export.created',
      subjectKind: 'export',
      subjectId: id,
      details: { kind, format, rows },
    });
  });
}
