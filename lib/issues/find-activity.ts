import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** One line of an issue's history: who did what, when. */
export interface Activity {
  id: string;
  occurredAt: Date;
  action: string;
  /** A member's name; null where the house did it itself. */
  actorName: string | null;
  details: Prisma.JsonValue;
}

/** An issue's history out of the audit trail, the latest first, one page of it. */
export async function findActivity(
  scope: Scope,
  issueId: string,
  { page, pageSize }: { page: number; pageSize: number },
): Promise<{ rows: Activity[]; total: number }> {
  const where = { workspaceId: scope.workspaceId, subjectKind: 'issue', subjectId: issueId };
  return scope.run(async (db) => {
    const entries = await db.auditEntry.findMany({
      where,
      orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
      skip: (page - 1) * pageSize,
      take: pageSize,
    });
    const total = await db.auditEntry.count({ where });
    const people = entries.flatMap(({ actorKind, actorId }) =>
      actorKind === 'member' && actorId ? [actorId] : [],
    );
    const members = await db.member.findMany({
      where: { workspaceId: scope.workspaceId, id: { in: people } },
      select: { id: true, user: { select: { name: true } } },
    });
    const names = new Map(members.map(({ id, user }) => [id, user.name]));
    return {
      rows: entries.map(({ id, occurredAt, action, actorId, details }) => ({
        id,
        occurredAt,
        action,
        actorName: names.get(actorId ?? '') ?? null,
        details,
      })),
      total,
    };
  });
}

/** Names of everyone who was ever a member, by id: a history speaks of people who left, too. */
export async function findAllMemberNames(scope: Scope): Promise<Map<string, string>> {
  const members = await scope.run((db) =>
    db.member.findMany({
      where: { workspaceId: scope.workspaceId },
      select: { id: true, user: { select: { name: true } } },
    }),
  );
  return new Map(members.map(({ id, user }) => [id, user.name]));
}
