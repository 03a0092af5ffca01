import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { AuditCursor } from '@/lib/workspaces/schema';

export interface AuditRow {
  id: string;
  occurredAt: Date;
  action: string;
  /** A member's name, the name of the job, or that of an API key. */
  actorName: string;
  subjectKind: string;
  /** A member's name, or that of an API key; the id of anything else. */
  subjectName: string | null;
  details: Prisma.JsonValue;
}

export interface AuditPage {
  rows: AuditRow[];
  /** Cursors of the neighbouring pages, for {@link auditCursorSchema}; null where there is none. */
  newer: string | null;
  older: string | null;
}

/** Where a page starts: below an entry, above one, or at the newest. */
export type AuditPlace = { olderThan: AuditCursor } | { newerThan: AuditCursor } | null;

/** One page of the audit trail, the newest entry first. It is read by key, so entries that arrive do not shift it. */
export async function findAuditPage(scope: Scope, place: AuditPlace, pageLength = 50): Promise<AuditPage> {
  const { workspaceId } = scope;
  const upward = place !== null && 'newerThan' in place;
  return scope.run(async (db) => {
    const entries = await db.auditEntry.findMany({
      where: { workspaceId, ...beyond(place) },
      orderBy: upward ? [{ occurredAt: 'asc' }, { id: 'asc' }] : [{ occurredAt: 'desc' }, { id: 'desc' }],
      take: pageLength + 1,
    });
    const hasMore = entries.length > pageLength;
    const page = entries.slice(0, pageLength);
    if (upward) page.reverse();
    const names = await findNames(db, workspaceId, page);
    const [first, last] = [page[0], page.at(-1)];
    return {
      rows: page.map((entry) => ({
        id: entry.id,
        occurredAt: entry.occurredAt,
        action: entry.action,
        actorName: names.get(entry.actorId ?? '') ?? entry.actorId ?? entry.actorKind,
        subjectKind: entry.subjectKind,
        subjectName: names.get(entry.subjectId ?? '') ?? entry.subjectId,
        details: entry.details,
      })),
      newer: first && (upward ? hasMore : place !== null) ? cursorOf(first) : null,
      older: last && (upward || hasMore) ? cursorOf(last) : null,
    };
  });
}

function beyond(place: AuditPlace): Prisma.AuditEntryWhereInput {
  if (place === null) return {};
  if ('olderThan' in place) {
    const { occurredAt, id } = place.olderThan;
    return { OR: [{ occurredAt: { lt: occurredAt } }, { occurredAt, id: { lt: id } }] };
  }
  const { occurredAt, id } = place.newerThan;
  return { OR: [{ occurredAt: { gt: occurredAt } }, { occurredAt, id: { gt: id } }] };
}

function cursorOf({ occurredAt, id }: { occurredAt: Date; id: string }): string {
  return `${occurredAt.getTime()}.${id}`;
}

/** Names by id, of actors and subjects alike that are members or API keys. */
async function findNames(
  db: Db,
  workspaceId: string,
  entries: { actorId: string | null; subjectId: string | null }[],
): Promise<Map<string, string>> {
  const named = entries.flatMap(({ actorId, subjectId }) => [actorId, subjectId]);
  const ids = [...new Set(named.filter((id) => id !== null))].filter(isUuid);
  const members = await db.member.findMany({
    where: { workspaceId, id: { in: ids } },
    include: { user: { select: { name: true } } },
  });
  const keys = await db.apiKey.findMany({ where: { workspaceId, id: { in: ids } } });
  return new Map([
    ...members.map(({ id, user }) => [id, user.name] as const),
    ...keys.map(({ id, name }) => [id, `${name} (API key)`] as const),
  ]);
}

/** The actor of a job's entry is the job's name. */
function isUuid(id: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
}
