import type { Scope } from '@/lib/db/scope';

/** The account of each contact that is at one account now; contacts at several or none are left out. */
export async function findOnlyAccounts(
  scope: Scope,
  contactIds: readonly string[],
): Promise<Map<string, string>> {
  if (contactIds.length === 0) return new Map();
  const rows = await scope.run((db) =>
    db.employment.findMany({
      where: { workspaceId: scope.workspaceId, contactId: { in: [...new Set(contactIds)] }, endedAt: null },
      select: { contactId: true, accountId: true },
    }),
  );
  const only = new Map(rows.map(({ contactId, accountId }) => [contactId, accountId]));
  for (const { contactId, accountId } of rows) {
    if (only.get(contactId) !== accountId) only.delete(contactId);
  }
  return only;
}
