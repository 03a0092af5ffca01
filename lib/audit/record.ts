import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import type { Actor, Scope } from '@/lib/db/scope';

export interface AuditEvent {
  /** What was done, as `room.verb`: `member.role_changed`, `import.undone`. */
  action: string;
  subjectKind: string;
  subjectId?: string;
  /** Ids, counts and settings' names; never what a customer said, never a secret. */
  details?: Prisma.InputJsonObject;
}

/** Writes one line of the audit trail in the caller's transaction: the deed and its record stand or fall together. */
export async function recordAudit(scope: Scope, event: AuditEvent): Promise<void> {
  await scope.run((db) =>
    db.auditEntry.create({
      data: {
        workspaceId: scope.workspaceId,
        id: newId(),
        actorKind: scope.actor.kind,
        actorId: idOf(scope.actor),
        action: event.action,
        subjectKind: event.subjectKind,
        subjectId: event.subjectId ?? null,
        details: event.details ?? {},
      },
    }),
  );
}

/** A job has no id but its name. */
function idOf(actor: Actor): string | null {
  if (actor.kind === 'member') return actor.memberId;
  if (actor.kind === 'api_key') return actor.keyId;
  if (actor.kind === 'hook') return actor.hookId;
  return actor.kind === 'job' ? actor.job : null;
}
