import { issueFoundingScope } from '@/lib/auth/founding-scope';
import { hashPassword } from '@/lib/auth/password';
import type { Role } from '@/lib/auth/permissions';
import { newId } from '@/lib/core/ids';
import { identityDb, Scope } from '@/lib/db/scope';
import { writeWorkspace } from '@/lib/workspaces/create-workspace';

export const PASSWORD = 'four words make one';

export interface MadeMember {
  scope: Scope;
  memberId: string;
  user: { id: string; email: string; name: string };
}

/** A user with an address of their own, whose password is {@link PASSWORD}. */
export async function makeUser(name = 'Ann'): Promise<MadeMember['user']> {
  const id = newId();
  const email = `${id}@example.org`;
  await identityDb().user.create({ data: { id, email, name, passwordHash: await hashPassword(PASSWORD) } });
  return { id, email, name };
}

/** A workspace of its own for one test, as its owner sees it. */
export async function makeOwnedWorkspace(workspaceName = 'Acme'): Promise<MadeMember & { slug: string }> {
  const user = await makeUser('Olga Owner');
  const { scope, memberId } = issueFoundingScope(user.id);
  const slug = await scope.run((db, inner) =>
    writeWorkspace(db, inner, { userId: user.id, memberId }, { workspaceName, currency: 'EUR' }),
  );
  return { scope, memberId, user, slug };
}

/** A further member, as that member sees the workspace. */
export async function makeMember(workspace: Scope, role: Role): Promise<MadeMember> {
  const user = await makeUser(`The ${role}`);
  const { workspaceId } = workspace;
  const memberId = newId();
  await workspace.run((db) =>
    db.member.create({ data: { workspaceId, id: memberId, userId: user.id, role } }),
  );
  const scope = Scope.issue(workspaceId, { kind: 'member', memberId, userId: user.id, role });
  return { scope, memberId, user };
}

/** What the audit trail of a workspace holds, the oldest first. */
export async function findAuditActions(scope: Scope): Promise<string[]> {
  const entries = await scope.run((db) =>
    db.auditEntry.findMany({
      where: { workspaceId: scope.workspaceId },
      orderBy: [{ occurredAt: 'asc' }, { id: 'asc' }],
    }),
  );
  return entries.map(({ action }) => action);
}
