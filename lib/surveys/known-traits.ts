import type { Scope } from '@/lib/db/scope';
import type { KnownPerson, NamedPerson } from '@/lib/surveys/identity';

/**
 * What a survey's page may say of a person that their token vouches for: their name, and their account's, plan and segment. Of
 * one not heard of yet it is what the token says.
 */
export async function findKnownTraits(
  scope: Scope,
  named: NamedPerson | null,
): Promise<Record<string, string>> {
  if (!named) return {};
  const { name, accountName, account: accountKey } = named.identity;
  const account = accountName ?? accountKey;
  const said = { ...(name && { name }), ...(account && { account }) };
  if (!named.person) return said;
  return { ...said, ...(await findStoredTraits(scope, named.person)) };
}

async function findStoredTraits(
  scope: Scope,
  { contactId, accountId }: KnownPerson,
): Promise<Record<string, string>> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const contact = await db.contact.findFirst({
      where: { workspaceId, id: contactId },
      select: { name: true },
    });
    const account =
      accountId === null
        ? null
        : await db.account.findFirst({
            where: { workspaceId, id: accountId },
            select: { name: true, plan: true, segment: true },
          });
    const traits = {
      ...{ name: contact?.name, account: account?.name, plan: account?.plan, segment: account?.segment },
    };
    return Object.fromEntries(Object.entries(traits).filter(([, value]) => value)) as Record<string, string>;
  });
}
