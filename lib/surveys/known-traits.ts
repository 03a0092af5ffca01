import type { Scope } from '@/lib/db/scope';
import type { KnownPerson } from '@/lib/surveys/identity';

/** What a survey's page may say of a person that their token vouches for: their name, and their account's, plan and segment. */
export async function findKnownTraits(
  scope: Scope,
  person: KnownPerson | null,
): Promise<Record<string, string>> {
  if (!person) return {};
  const { workspaceId } = scope;
  const { contactId, accountId } = person;
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
