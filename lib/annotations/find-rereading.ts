import type { Scope } from '@/lib/db/scope';

/** How far reading anew has come. */
export interface Rereading {
  id: string;
  status: 'running' | 'stopped';
  total: number;
  done: number;
}

/** The rereading that is under way or was stopped before its end, or null. */
export async function findRereading(scope: Scope): Promise<Rereading | null> {
  const row = await scope.run((db) =>
    db.rereading.findFirst({
      where: { workspaceId: scope.workspaceId, status: { in: ['running', 'stopped'] } },
      orderBy: { startedAt: 'desc' },
    }),
  );
  if (row?.status !== 'running' && row?.status !== 'stopped') return null;
  const { id, status, total, done } = row;
  return { id, status, total: Math.max(total, done), done };
}
