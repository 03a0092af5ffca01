import type { Scope } from '@/lib/db/scope';

export interface Reassignment {
  total: number;
  done: number;
  changed: number;
}

/** The assigning anew that is under way or waits, or null. */
export async function findReassignment(scope: Scope): Promise<Reassignment | null> {
  return scope.run((db) =>
    db.themeReassignment.findFirst({
      where: { workspaceId: scope.workspaceId, finishedAt: null },
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
      select: { total: true, done: true, changed: true },
    }),
  );
}
