import { z } from 'zod';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

const peopleSchema = z.array(z.object({ contactId: z.uuid().nullable(), accountId: z.uuid().nullable() }));

/**
 * The data of a message with its `people` named: a kept message holds their ids alone, so that whoever was erased since is named
 * no more.
 */
export async function namePeople(scope: Scope, data: Prisma.JsonObject): Promise<Prisma.JsonObject> {
  const people = peopleSchema.safeParse(data.people);
  if (!people.success) return data;
  const { workspaceId } = scope;
  const idsOf = (key: 'contactId' | 'accountId') => ({
    in: [...new Set(people.data.flatMap((one) => one[key] ?? []))],
  });
  const [contacts, accounts] = await scope.run(async (db) => [
    await db.contact.findMany({
      where: { workspaceId, id: idsOf('contactId') },
      select: { id: true, externalId: true, email: true, name: true },
    }),
    await db.account.findMany({
      where: { workspaceId, id: idsOf('accountId') },
      select: { id: true, externalId: true, name: true },
    }),
  ]);
  const contactOf = new Map(contacts.map((contact) => [contact.id, contact]));
  const accountOf = new Map(accounts.map((account) => [account.id, account]));
  return {
    ...data,
    people: people.data.flatMap(({ contactId, accountId }) => {
      const contact = contactOf.get(contactId ?? '') ?? null;
      const account = accountOf.get(accountId ?? '') ?? null;
      return contact || account ? [{ contact, account }] : [];
    }),
  };
}
