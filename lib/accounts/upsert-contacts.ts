import { resolveContacts } from '@/lib/accounts/ensure-contacts';
import type { ContactInput } from '@/lib/accounts/schema';
import type { Scope } from '@/lib/db/scope';

export interface ContactChange {
  contactId: string;
  kind: 'added' | 'changed' | 'unchanged';
}

/**
 * Writes people by external id or e-mail, one of which each has: makes those not heard of, gives the others their name
 * and what else is known of them now. An absent field leaves what is there untouched.
 * @param fillsOnly changes nothing that is known already
 * @returns the changes in the order of the inputs.
 */
export async function upsertContacts(
  scope: Scope,
  people: ContactInput[],
  { fillsOnly = false }: { fillsOnly?: boolean } = {},
): Promise<ContactChange[]> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const resolved = await resolveContacts(inner, people, null, { keepsEmployments: fillsOnly });
    const ids = [...new Set(resolved.flatMap((one) => one?.contactId ?? []))];
    const rows = await db.contact.findMany({ where: { workspaceId, id: { in: ids } } });
    const stateOf = new Map(rows.map((row) => [row.id, row]));
    const touched = new Set<string>();
    const changes = people.map((person, index): ContactChange => {
      const one = resolved[index];
      const state = stateOf.get(one?.contactId ?? '');
      if (!one || !state) throw new Error('A contact without external id and e-mail cannot be written.');
      const after = {
        ...state,
        name: (fillsOnly ? (state.name ?? person.name) : (person.name ?? state.name)) ?? null,
        email: state.email ?? person.email ?? null,
        externalId: state.externalId ?? person.externalId ?? null,
      };
      const differs =
        after.name !== state.name || after.email !== state.email || after.externalId !== state.externalId;
      if (differs) {
        stateOf.set(after.id, after);
        touched.add(after.id);
      }
      if (one.isNew) return { contactId: after.id, kind: 'added' };
      return { contactId: after.id, kind: differs || one.isExtended ? 'changed' : 'unchanged' };
    });
    const updates = [...stateOf.values()].filter(({ id }) => touched.has(id));
    await db.$executeRaw`
      UPDATE contacts c SET name = r.name, email = r.email, external_id = r."externalId"
      FROM jsonb_to_recordset(${JSON.stringify(updates)}::jsonb) AS r(
        id uuid, name text, email text, "externalId" text
      )
      WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = r.id`;
    return changes;
  });
}
