import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { deleteInBatches } from '@/lib/ingest/delete-in-batches';

/** Of an import: when its rows were written. */
interface Run {
  id: string;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/** Tables that speak of people and of accounts alike. */
const SPEAKERS = [
  'feedback',
  'responses',
  'conversations',
  'usage_events',
  'transactions',
  'employments',
] as const;

/**
 * Removes what an import said of people and accounts and nothing else speaks of, once its feedback and responses are gone:
 * who works where, how people are recognised, then the people and the accounts themselves.
 */
export async function deleteStranded(
  scope: Scope,
  { id, startedAt, finishedAt }: Run,
  batch: number,
): Promise<void> {
  if (startedAt) {
    const made = madeWithin(startedAt, finishedAt ?? new Date());
    await deleteInBatches(scope, 'employments', { among: made, where: noLongerSaid, batch });
    await deleteInBatches(scope, 'contact_identities', { among: made, where: notSaidSince, batch });
  }
  const ofImport = Prisma.sql`t.import_id = ${id}::uuid`;
  const people = unspoken('contact_id', ['consents', 'impressions', 'conversation_turns']);
  await deleteInBatches(scope, 'contacts', { among: ofImport, where: people, batch });
  const accounts = unspoken('account_id', []);
  await deleteInBatches(scope, 'accounts', { among: ofImport, where: accounts, batch });
}

/** That no row of these tables names the one at hand. */
function unspoken(column: 'contact_id' | 'account_id', more: readonly string[]): Prisma.Sql {
  const conditions = [...SPEAKERS, ...more].map(
    (table) => Prisma.sql`NOT EXISTS (SELECT 1 FROM ${Prisma.raw(table)} s
      WHERE s.workspace_id = t.workspace_id AND s.${Prisma.raw(column)} = t.id)`,
  );
  return Prisma.join(conditions, ' AND ');
}

/** Employments and identities name no import: those of this one are known by the time in their ids. */
function madeWithin(from: Date, to: Date): Prisma.Sql {
  return Prisma.sql`t.id >= ${lowestId(from.getTime())}::uuid AND t.id < ${lowestId(to.getTime() + 1)}::uuid`;
}

/** The lowest UUID of version 7 that is made in a millisecond. */
function lowestId(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Of employments: no statement, answer, conversation, use or purchase of that person at that account is left. */
const noLongerSaid = Prisma.join(
  ['feedback', 'responses', 'conversations', 'usage_events', 'transactions'].map(
    (table) => Prisma.sql`NOT EXISTS (SELECT 1 FROM ${Prisma.raw(table)} s
      WHERE s.workspace_id = t.workspace_id AND s.contact_id = t.contact_id AND s.account_id = t.account_id)`,
  ),
  ' AND ',
);

/**
 * Of identities: nothing was said of the person since. A later row may have been given to its person by this identity
 * alone; it stays then, or the next such row would make a second person.
 */
const notSaidSince = Prisma.join(
  ['feedback', 'responses'].map(
    (table) => Prisma.sql`NOT EXISTS (SELECT 1 FROM ${Prisma.raw(table)} s
      WHERE s.workspace_id = t.workspace_id AND s.contact_id = t.contact_id AND s.id > t.id)`,
  ),
  ' AND ',
);
