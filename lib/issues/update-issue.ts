import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { changeIssue, requireOwner } from '@/lib/issues/change-issue';
import { type BulkUpdate, type IssueUpdate, NOBODY } from '@/lib/issues/schema';

/**
 * Sets what people decide about one issue. The trail says that notes changed, not what they say.
 * @throws ExpectedError 'not_found' for an unknown issue, 'invalid' for an owner who is no member.
 */
export async function updateIssue(scope: Scope, input: IssueUpdate): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const before = await db.issue.findUnique({
      where: { workspaceId_id: { workspaceId, id: input.issueId } },
    });
    if (!before) throw notFound('issue');
    const { status, ownerId, notes, effortDays, shippedAt, title } = input;
    // Who left keeps what they owned until somebody takes it over.
    if (ownerId !== before.ownerId) await requireOwner(db, workspaceId, ownerId);
    await changeIssue(inner, before, {
      status,
      ownerId,
      notes,
      effortDays,
      shippedOn: shippedAt,
      ...(title === undefined ? {} : { title }),
    });
  });
}

/**
 * The same status or owner for many issues at once: all of them, or none.
 * @returns how many changed.
 * @throws ExpectedError 'not_found' when one of them is not there, 'invalid' for an owner who is no member.
 */
export async function updateIssues(scope: Scope, input: BulkUpdate): Promise<number> {
  const { workspaceId } = scope;
  const ids = [...new Set(input.issueIds)];
  return scope.run(async (db, inner) => {
    const issues = await db.issue.findMany({
      where: { workspaceId, id: { in: ids } },
      orderBy: { id: 'asc' },
    });
    if (issues.length < ids.length) throw notFound('issue');
    const ownerId = input.owner === NOBODY ? null : (input.owner ?? undefined);
    await requireOwner(db, workspaceId, ownerId);
    let changed = 0;
    for (const issue of issues) {
      const isChanged = await changeIssue(inner, issue, {
        ...(input.status === null ? {} : { status: input.status }),
        ...(input.status === 'shipped' ? { shippedOn: input.shippedAt } : {}),
        ...(ownerId === undefined ? {} : { ownerId }),
      });
      if (isChanged) changed++;
    }
    return changed;
  });
}
