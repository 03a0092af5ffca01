import { z } from 'zod';
import type { Place } from '@/lib/api/cursor';
import type { PlacedRow } from '@/lib/api/list-operation';
import { madeBefore } from '@/lib/api/older-than';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** A person. */
export const contactRecordSchema = z
  .object({
    id: z.uuid(),
    externalId: z.string().nullable().describe('Your own key; of several, the first by its characters.'),
    name: z.string().nullable(),
    email: z.string().nullable(),
    accounts: z.array(z.object({ id: z.uuid(), externalId: z.string().nullable(), name: z.string() })),
  })
  .meta({ id: 'Contact' });
type ContactRecord = z.input<typeof contactRecordSchema>;

interface ContactRecordFilter {
  externalId?: string | undefined;
  email?: string | undefined;
  account?: string | undefined;
}

/** Contacts with the accounts they are at, the newest first. */
export async function findContactRecords(
  scope: Scope,
  { externalId, email, account }: ContactRecordFilter,
  { after, limit }: { after: Place | null; limit: number },
): Promise<PlacedRow<ContactRecord>[]> {
  const terms = [Prisma.sql`p.workspace_id = ${scope.workspaceId}::uuid`];
  if (externalId !== undefined) terms.push(hasIdentity('external', externalId));
  if (email !== undefined) terms.push(hasIdentity('email', email));
  if (account !== undefined) {
    terms.push(Prisma.sql`EXISTS (
      SELECT 1 FROM employments e WHERE e.workspace_id = p.workspace_id AND e.contact_id = p.id
        AND e.ended_at IS NULL AND e.account_id = ${account}::uuid)`);
  }
  const { place, order } = madeBefore(after, Prisma.sql`p.id`);
  const rows = await scope.run(
    (db) => db.$queryRaw<ContactRecord[]>`
      SELECT p.id, p.name, p.email,
        coalesce((
          SELECT min(i.value COLLATE "C") FROM contact_identities i
          WHERE i.workspace_id = p.workspace_id AND i.contact_id = p.id AND i.kind = 'external'),
          p.external_id) AS "externalId",
        coalesce((
          SELECT jsonb_agg(jsonb_build_object('id', c.id, 'externalId', c.external_id, 'name', c.name) ORDER BY c.id)
          FROM employments e JOIN accounts c ON c.workspace_id = e.workspace_id AND c.id = e.account_id
          WHERE e.workspace_id = p.workspace_id AND e.contact_id = p.id AND e.ended_at IS NULL), '[]') AS accounts
      FROM contacts p
      WHERE ${Prisma.join(terms, ' AND ')} AND ${place}
      ORDER BY ${order}
      LIMIT ${limit}`,
  );
  return rows.map((row) => ({ place: { at: null, id: row.id }, row }));
}

/** Recognised as everywhere: by the identities known of a person. */
function hasIdentity(kind: 'external' | 'email', value: string): Prisma.Sql {
  return Prisma.sql`EXISTS (
    SELECT 1 FROM contact_identities i WHERE i.workspace_id = p.workspace_id AND i.contact_id = p.id
      AND i.kind = ${kind}::identity_kind AND i.value = ${value})`;
}
