import { normalisePhone } from '@/lib/accounts/normalise-phone';
import { requirePermission } from '@/lib/auth/permissions';
import type { Scope } from '@/lib/db/scope';

export interface FoundPerson {
  id: string;
  /** A name, or else what tells them apart. */
  name: string;
  accounts: string[];
}

/** More people than this are told apart by more than a name. */
const MOST = 20;

/** People with exactly this e-mail address, phone number, id or full name, in any case; at most 20, by name. */
export async function findPeople(scope: Scope, sought: string): Promise<FoundPerson[]> {
  requirePermission(scope, 'people.erase');
  const { workspaceId } = scope;
  const same = { equals: sought, mode: 'insensitive' as const };
  const phone = normalisePhone(sought) ?? sought;
  const value = { in: [sought, sought.toLowerCase(), phone] };
  const contacts = await scope.run((db) =>
    db.contact.findMany({
      where: {
        workspaceId,
        OR: [
          ...[{ name: same }, { email: same }, { phone }, { externalId: sought }],
          { identities: { some: { value } } },
        ],
      },
      orderBy: [{ name: 'asc' }, { id: 'asc' }],
      take: MOST,
      select: {
        ...{ id: true, name: true, email: true, externalId: true },
        employments: { select: { account: { select: { name: true } } } },
      },
    }),
  );
  return contacts.map(({ id, name, email, externalId, employments }) => ({
    id,
    name: name ?? email ?? externalId ?? sought,
    accounts: employments.map(({ account }) => account.name),
  }));
}
