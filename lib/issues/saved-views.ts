import { recordAudit } from '@/lib/audit/record';
import { invalid, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { actorId } from '@/lib/db/scope';
import { formatListQuery, parseListQuery } from '@/lib/issues/list-query';
import type { NewView } from '@/lib/issues/schema';

export interface SavedView {
  id: string;
  name: string;
  /** The query of the list's address, without "?". */
  query: string;
  isShared: boolean;
  isMine: boolean;
  /** Who saved it. */
  memberName: string;
}

/** The views of whoever looks and those that others share, by name. */
export async function findSavedViews(scope: Scope): Promise<SavedView[]> {
  const memberId = actorId(scope);
  const rows = await scope.run((db) =>
    db.issueView.findMany({
      where: {
        workspaceId: scope.workspaceId,
        OR: [{ isShared: true }, ...(memberId === null ? [] : [{ memberId }])],
      },
      include: { member: { select: { user: { select: { name: true } } } } },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
    }),
  );
  return rows.map(({ id, name, query, isShared, member, ...row }) => ({
    id,
    name,
    query,
    isShared,
    isMine: row.memberId === memberId,
    memberName: member.user.name,
  }));
}

/**
 * Keeps a view under a name; one of one's own by the same name is replaced.
 * @throws ExpectedError 'invalid' for what is no query of the list.
 */
export async function saveView(scope: Scope, { name, isShared, query }: NewView): Promise<void> {
  const { workspaceId } = scope;
  const memberId = requireMember(scope);
  const state = parseListQuery(query);
  if (!state) throw invalid('This view cannot be read. Load the list again, then save it.');
  const data = { isShared, query: formatListQuery(state) };
  await scope.run(async (db, inner) => {
    const { id } = await db.issueView.upsert({
      where: { workspaceId_memberId_name: { workspaceId, memberId, name } },
      create: { workspaceId, id: newId(), memberId, name, ...data },
      update: data,
    });
    await recordAudit(inner, {
      action: 'issue_view.saved',
      subjectKind: 'issue_view',
      subjectId: id,
      details: { name, shared: isShared },
    });
  });
}

/** @throws ExpectedError 'not_found' unless it is one's own. */
export async function removeView(scope: Scope, viewId: string): Promise<void> {
  const { workspaceId } = scope;
  const memberId = requireMember(scope);
  await scope.run(async (db, inner) => {
    const { count } = await db.issueView.deleteMany({ where: { workspaceId, id: viewId, memberId } });
    if (count === 0) throw notFound('view of yours');
    await recordAudit(inner, { action: 'issue_view.removed', subjectKind: 'issue_view', subjectId: viewId });
  });
}

function requireMember(scope: Scope): string {
  const memberId = actorId(scope);
  if (memberId === null) throw new Error('only a member has views');
  return memberId;
}
