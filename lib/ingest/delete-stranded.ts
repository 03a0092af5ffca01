import type { Db } from '@/lib/db/client';

/** Of an import: when its rows were written. */
interface Run {
  id: string;
  startedAt: Date | null;
  finishedAt: Date | null;
}

/**
 * Removes what an import said of people and accounts and nothing else speaks of, once its feedback and responses are gone:
 * who works where, how people are recognised, then the people and the accounts themselves.
 */
export async function deleteStranded(
  db: Db,
  workspaceId: string,
  { id: importId, startedAt, finishedAt }: Run,
): Promise<void> {
  if (startedAt) {
    const run = { workspaceId, from: startedAt, to: finishedAt ?? new Date() };
    await deleteEmployments(db, run);
    await deleteIdentities(db, run);
  }
  const silent = {
    feedback: { none: {} },
    responses: { none: {} },
    conversations: { none: {} },
    usageEvents: { none: {} },
    employments: { none: {} },
  };
  await db.contact.deleteMany({
    where: { workspaceId, importId, ...silent, consents: { none: {} }, impressions: { none: {} } },
  });
  await db.account.deleteMany({ where: { workspaceId, importId, ...silent, transactions: { none: {} } } });
}

/** Employments and identities name no import: those of this one are known by the time in their ids. */
interface MadeWithin {
  workspaceId: string;
  from: Date;
  to: Date;
}

/** The lowest id of that time, and the lowest after it. */
const bounds = ({ from, to }: MadeWithin) => [lowestId(from.getTime()), lowestId(to.getTime() + 1)] as const;

/** The lowest UUID of version 7 that is made in a millisecond. */
function lowestId(ms: number): string {
  const hex = ms.toString(16).padStart(12, '0');
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7000-8000-000000000000`;
}

/** Employments of which no statement, answer, conversation or use of that person at that account is left. */
async function deleteEmployments(db: Db, made: MadeWithin): Promise<void> {
  const [first, end] = bounds(made);
  await db.$executeRaw`
    DELETE FROM employments e
    WHERE e.workspace_id = ${made.workspaceId}::uuid AND e.id >= ${first}::uuid AND e.id < ${end}::uuid
      AND NOT EXISTS (SELECT 1 FROM feedback f
        WHERE f.workspace_id = e.workspace_id AND f.contact_id = e.contact_id AND f.account_id = e.account_id)
      AND NOT EXISTS (SELECT 1 FROM responses r
        WHERE r.workspace_id = e.workspace_id AND r.contact_id = e.contact_id AND r.account_id = e.account_id)
      AND NOT EXISTS (SELECT 1 FROM conversations c
        WHERE c.workspace_id = e.workspace_id AND c.contact_id = e.contact_id AND c.account_id = e.account_id)
      AND NOT EXISTS (SELECT 1 FROM usage_events u
        WHERE u.workspace_id = e.workspace_id AND u.contact_id = e.contact_id AND u.account_id = e.account_id)`;
}

/**
 * Identities of people of whom nothing was said since. A later row may have been given to its person by this identity
 * alone; it stays then, or the next such row would make a second person.
 */
async function deleteIdentities(db: Db, made: MadeWithin): Promise<void> {
  const [first, end] = bounds(made);
  await db.$executeRaw`
    DELETE FROM contact_identities i
    WHERE i.workspace_id = ${made.workspaceId}::uuid AND i.id >= ${first}::uuid AND i.id < ${end}::uuid
      AND NOT EXISTS (SELECT 1 FROM feedback f
        WHERE f.workspace_id = i.workspace_id AND f.contact_id = i.contact_id AND f.id > i.id)
      AND NOT EXISTS (SELECT 1 FROM responses r
        WHERE r.workspace_id = i.workspace_id AND r.contact_id = i.contact_id AND r.id > i.id)`;
}
