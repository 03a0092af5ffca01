import type { Scope } from '@/lib/db/scope';

export interface Reassignment {
  id: string;
  total: number;
  done: number;
  changed: number;
  /** A person stopped it, and none was asked for since. */
  isCancelled: boolean;
}

/** The assigning anew that is under way or waits; else the newest if it was stopped; else null. */
export async function findReassignment(scope: Scope): Promise<Reassignment | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const newest = await db.themeReassignment.findFirst({
      where: { workspaceId },
      orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    });
    const open = await db.themeReassignment.findFirst({
      where: { workspaceId, finishedAt: null, cancelledAt: null },
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    });
    const run = open ?? (newest?.cancelledAt ? newest : null);
    return (
      run && {
        id: run.id,
        total: run.total,
        done: run.done,
        changed: run.changed,
        isCancelled: run.cancelledAt !== null,
      }
    );
  });
}
