import { asUser, identityDb } from '@/lib/db/scope';

const USERS_AT_ONCE = 500;

/**
 * Every workspace that has a member, for what is done once for all of them. Row-level security lists no workspaces, it
 * shows each user theirs: so they are asked for user by user.
 */
export async function findWorkspaceIds(): Promise<Set<string>> {
  const ids = new Set<string>();
  let after: string | undefined;
  for (;;) {
    const users = await identityDb().user.findMany({
      select: { id: true },
      orderBy: { id: 'asc' },
      take: USERS_AT_ONCE,
      ...(after !== undefined && { where: { id: { gt: after } } }),
    });
    for (const { id } of users) {
      const theirs = await asUser(id, (db) =>
        db.member.findMany({ where: { userId: id, removedAt: null }, select: { workspaceId: true } }),
      );
      for (const { workspaceId } of theirs) ids.add(workspaceId);
    }
    if (users.length < USERS_AT_ONCE) return ids;
    after = users.at(-1)?.id;
  }
}
