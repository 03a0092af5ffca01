import { recordAudit } from '@/lib/audit/record';
import { issueFoundingScope } from '@/lib/auth/founding-scope';
import { mayFoundWorkspaces } from '@/lib/auth/session';
import { ExpectedError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { WorkspaceInput } from '@/lib/workspaces/schema';
import { slugOf } from '@/lib/workspaces/slug';

/**
 * Makes a further workspace, owned by this user.
 * @returns its slug.
 * @throws ExpectedError 'denied' for someone who administers no workspace yet.
 */
export async function createWorkspace(userId: string, input: WorkspaceInput): Promise<string> {
  if (!(await mayFoundWorkspaces(userId))) {
    throw new ExpectedError('denied', 'A new workspace can be made by who owns or administers one already.');
  }
  const { scope, memberId } = issueFoundingScope(userId);
  return scope.run((db, inner) => writeWorkspace(db, inner, { userId, memberId }, input));
}

/** Writes a workspace, its first owner and the first line of its audit trail. Returns its slug. */
export async function writeWorkspace(
  db: Db,
  scope: Scope,
  owner: { userId: string; memberId: string },
  { workspaceName, currency }: WorkspaceInput,
): Promise<string> {
  const { workspaceId } = scope;
  const slug = await insertWorkspace(db, { id: workspaceId, name: workspaceName, currency });
  await db.member.create({ data: { workspaceId, id: owner.memberId, userId: owner.userId, role: 'owner' } });
  await recordAudit(scope, {
    action: 'workspace.created',
    subjectKind: 'workspace',
    subjectId: workspaceId,
    details: { name: workspaceName, currency },
  });
  return slug;
}

/** A slug that another workspace has (it cannot be seen from here) is tried again with an ending. */
async function insertWorkspace(db: Db, row: { id: string; name: string; currency: string }): Promise<string> {
  const slug = slugOf(row.name);
  for (const candidate of [slug, `${slug}-${newId().slice(-6)}`]) {
    const { count } = await db.workspace.createMany({
      data: [{ ...row, slug: candidate }],
      skipDuplicates: true,
    });
    if (count === 1) return candidate;
  }
  throw new ExpectedError('conflict', 'A workspace of this name was made just now. Try again.');
}
