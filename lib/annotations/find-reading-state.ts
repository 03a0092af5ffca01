import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { busyStatuses } from '@/lib/ingest/schema';

/** How far the engine has come with what was imported. */
export interface ReadingState {
  /** Comments there are, and those of them it has yet to read. */
  comments: number;
  unread: number;
  isImporting: boolean;
}

/** How far reading has come; {@link isReading} says whether more is under way. */
export async function findReadingState(scope: Scope): Promise<ReadingState> {
  const { workspaceId } = scope;
  return scope.run(async (db) => ({
    comments: await db.feedback.count({ where: { workspaceId } }),
    unread: await db.feedback.count({ where: { workspaceId, annotatedAt: null } }),
    isImporting: (await findBusyImport(db, workspaceId)) !== null,
  }));
}

/** Whether themes and ranks would be computed from a part only. */
export function isReading({ unread, isImporting }: Pick<ReadingState, 'unread' | 'isImporting'>): boolean {
  return unread > 0 || isImporting;
}

async function findBusyImport(db: Db, workspaceId: string) {
  return db.import.findFirst({
    where: { workspaceId, status: { in: [...busyStatuses] } },
    select: { id: true },
  });
}

/** Sentences with content: what themes are found in. */
export async function countThemeSpans(scope: Scope): Promise<number> {
  const { workspaceId } = scope;
  return scope.run((db) => db.span.count({ where: { workspaceId, kind: { not: 'no_content' } } }));
}
