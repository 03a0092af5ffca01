import type { DiscoveryProgress } from '@/lib/annotations/discovery-steps';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

const LOOK_MS = 1000;

/** The statuses of a look that has yet to end. */
export const openLooks = ['waiting', 'running'] as const;

/** A person stopped the look: nothing of it is kept. */
export class LookCancelled extends Error {
  constructor() {
    super('Looking for themes was stopped');
  }
}

/** Begins the look that was asked for or whose worker died, or a new one where it `isDue` by itself; null where there is none to do. */
export async function beginLook(scope: Scope, spans: number, isDue: boolean): Promise<string | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const open = await db.themeDiscoveryRun.findFirst({
      where: { workspaceId, status: { in: [...openLooks] } },
      orderBy: [{ ranAt: 'asc' }, { id: 'asc' }],
      select: { id: true },
    });
    if (!open && !isDue) return null;
    const begun = { status: 'running', spans, step: null, done: 0, total: 0 } as const;
    if (!open) {
      const { id } = await db.themeDiscoveryRun.create({ data: { workspaceId, id: newId(), ...begun } });
      return id;
    }
    const { count } = await db.themeDiscoveryRun.updateMany({
      where: { workspaceId, id: open.id, status: { in: [...openLooks] } },
      data: begun,
    });
    return count > 0 ? open.id : null;
  });
}

/**
 * Keeps how far a look is while it goes on, and ends it within a second or two when it was cancelled.
 * @param stopping says that the worker wants to stop
 */
export function watchLook(scope: Scope, id: string, stopping?: AbortSignal) {
  let now: DiscoveryProgress = { step: 'gathering', done: 0, total: 0 };
  const cancelled = new AbortController();
  const look = async () => {
    const { count } = await scope.run((db) =>
      db.themeDiscoveryRun.updateMany({
        where: { workspaceId: scope.workspaceId, id, status: 'running' },
        data: { ...now },
      }),
    );
    if (count === 0) cancelled.abort(new LookCancelled());
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  return {
    signal: AbortSignal.any([cancelled.signal, ...(stopping ? [stopping] : [])]),
    onProgress: (progress: DiscoveryProgress) => {
      now = progress;
    },
    wasCancelled: () => cancelled.signal.aborted,
    end: () => clearInterval(timer),
  };
}

/** Ends a look, in the transaction that keeps what it found. @throws LookCancelled when it was cancelled meanwhile. */
export async function finishLook(db: Db, workspaceId: string, id: string): Promise<void> {
  const { count } = await db.themeDiscoveryRun.updateMany({
    where: { workspaceId, id, status: 'running' },
    data: { status: 'finished', endedAt: new Date() },
  });
  if (count === 0) throw new LookCancelled();
}

/** Writes that a look failed again and again: nothing of it was kept. */
export async function giveUpLook(scope: Scope): Promise<void> {
  await scope.run((db) =>
    db.themeDiscoveryRun.updateMany({
      where: { workspaceId: scope.workspaceId, status: { in: [...openLooks] } },
      data: { status: 'failed', endedAt: new Date() },
    }),
  );
}
