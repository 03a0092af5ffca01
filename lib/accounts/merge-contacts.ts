import { newId } from '@/lib/core/ids';
import { type Db, Prisma } from '@/lib/db/client';

/** Why two contacts are one person. */
export type MergeEvidence =
  | { kind: 'named_together' }
  | { kind: 'same_phone' }
  | { kind: 'same_name_and_company' }
  | { kind: 'same_name_and_mailbox' };

export interface Merge {
  keptId: string;
  droppedId: string;
  evidence: MergeEvidence[];
  /** Null where a source said so itself. */
  memberId: string | null;
  importId: string | null;
}

/** Tables whose rows are somebody's, and go with them. */
const FOLLOWING = [
  'feedback',
  'responses',
  'conversations',
  'conversation_turns',
  'usage_events',
  'transactions',
  'consents',
  'impressions',
] as const;
type Moved = Partial<Record<(typeof FOLLOWING)[number], string[]>>;

/** What a dropped contact was, enough to make it again. */
interface Dropped {
  externalId: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  importId: string | null;
  createdAt: string;
  identities: { kind: 'email' | 'phone' | 'external' | 'device'; value: string }[];
  employments: {
    id: string;
    accountId: string;
    title: string | null;
    startedAt: string | null;
    endedAt: string | null;
  }[];
  preference: { neverAsk: boolean; snoozedUntil: string | null } | null;
  /** What the one that stayed was before. */
  kept: {
    externalId: string | null;
    name: string | null;
    email: string | null;
    phone: string | null;
    accountIds: string[];
  };
}

const FIELDS = ['externalId', 'name', 'email', 'phone'] as const;

/**
 * Makes one person of two: everything of the one becomes the other's, and what was moved is kept, so that
 * {@link undoMerge} can take it back. Call within a transaction.
 */
export async function mergeContacts(db: Db, workspaceId: string, merge: Merge): Promise<string> {
  const { keptId, droppedId, evidence, memberId, importId } = merge;
  const dropped = await readContact(db, workspaceId, { droppedId, keptId });
  const moved: Moved = {};
  for (const table of FOLLOWING) {
    const rows = await db.$queryRaw<{ id: string }[]>`
      UPDATE ${Prisma.raw(table)} SET contact_id = ${keptId}::uuid
      WHERE workspace_id = ${workspaceId}::uuid AND contact_id = ${droppedId}::uuid
      RETURNING id`;
    if (rows.length > 0) moved[table] = rows.map(({ id }) => id);
  }
  await db.$executeRaw`
    INSERT INTO employments (workspace_id, id, contact_id, account_id, title, started_at, ended_at)
    SELECT workspace_id, gen_random_uuid(), ${keptId}::uuid, account_id, title, started_at, ended_at FROM employments
    WHERE workspace_id = ${workspaceId}::uuid AND contact_id = ${droppedId}::uuid
    ON CONFLICT (workspace_id, contact_id, account_id) DO NOTHING`;
  if (dropped.preference) await takeOverPreference(db, workspaceId, keptId, dropped.preference);
  await db.contactIdentity.updateMany({
    where: { workspaceId, contactId: droppedId },
    data: { contactId: keptId },
  });
  // Merges into the one that goes now belong to the one that stays; their undo takes back what they moved.
  await db.contactMerge.updateMany({ where: { workspaceId, keptId: droppedId }, data: { keptId } });
  await db.contact.delete({ where: { workspaceId_id: { workspaceId, id: droppedId } } });
  await fillContact(db, workspaceId, keptId, dropped);
  const id = newId();
  await db.contactMerge.create({
    data: {
      ...{ workspaceId, id, keptId, droppedId, memberId, importId },
      dropped: dropped as unknown as Prisma.InputJsonObject,
      moved: moved as Prisma.InputJsonObject,
      evidence: evidence as Prisma.InputJsonArray,
    },
  });
  return id;
}

async function readContact(
  db: Db,
  workspaceId: string,
  { droppedId, keptId }: { droppedId: string; keptId: string },
): Promise<Dropped> {
  const include = { identities: true, employments: true, asking: true };
  const read = (id: string) =>
    db.contact.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } }, include });
  const [row, kept] = [await read(droppedId), await read(keptId)];
  const fieldsOf = ({ externalId, name, email, phone }: typeof row) => ({ externalId, name, email, phone });
  const [preference] = row.asking;
  const dropped = {
    ...fieldsOf(row),
    importId: row.importId,
    createdAt: row.createdAt,
    identities: row.identities.map(({ kind, value }) => ({ kind, value })),
    employments: row.employments.map(({ workspaceId: _, contactId: __, ...job }) => job),
    preference: preference ? { neverAsk: preference.neverAsk, snoozedUntil: preference.snoozedUntil } : null,
    kept: { ...fieldsOf(kept), accountIds: kept.employments.map(({ accountId }) => accountId) },
  };
  return JSON.parse(JSON.stringify(dropped)) as Dropped;
}

/** Who wished not to be asked is not asked, whichever of the two said so. */
async function takeOverPreference(
  db: Db,
  workspaceId: string,
  contactId: string,
  preference: NonNullable<Dropped['preference']>,
): Promise<void> {
  await db.askingPreference.upsert({
    where: { workspaceId_contactId: { workspaceId, contactId } },
    create: { workspaceId, id: newId(), contactId, ...preference },
    update: preference.neverAsk ? { neverAsk: true } : {},
  });
}

/** What is not known of the one that stays is taken from the other. */
async function fillContact(db: Db, workspaceId: string, id: string, from: Dropped): Promise<void> {
  const data = Object.fromEntries(
    FIELDS.flatMap((field) =>
      from.kept[field] === null && from[field] !== null ? [[field, from[field]]] : [],
    ),
  );
  if (Object.keys(data).length > 0)
    await db.contact.update({ where: { workspaceId_id: { workspaceId, id } }, data });
}

/**
 * Takes a merge back: the other contact is there again with what was its own then; what came since stays where it is.
 * Call within a transaction.
 * @returns false where it was undone before.
 */
export async function undoMerge(db: Db, workspaceId: string, mergeId: string): Promise<boolean> {
  const { count } = await db.contactMerge.updateMany({
    where: { workspaceId, id: mergeId, undoneAt: null },
    data: { undoneAt: new Date() },
  });
  if (count === 0) return false;
  const merge = await db.contactMerge.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: mergeId } },
  });
  const dropped = merge.dropped as unknown as Dropped;
  const moved = merge.moved as Moved;
  const { keptId, droppedId } = merge;
  await emptyContact(db, workspaceId, keptId, dropped);
  const { identities, employments, preference, kept, ...fields } = dropped;
  await db.contact.create({ data: { ...fields, workspaceId, id: droppedId } });
  for (const table of FOLLOWING) {
    const ids = moved[table] ?? [];
    if (ids.length === 0) continue;
    await db.$executeRaw`
      UPDATE ${Prisma.raw(table)} SET contact_id = ${droppedId}::uuid
      WHERE workspace_id = ${workspaceId}::uuid AND contact_id = ${keptId}::uuid AND id = ANY(${ids}::uuid[])`;
  }
  for (const { kind, value } of identities) {
    await db.contactIdentity.updateMany({
      where: { workspaceId, contactId: keptId, kind, value },
      data: { contactId: droppedId },
    });
  }
  const accounts = await db.account.findMany({
    where: { workspaceId, id: { in: employments.map(({ accountId }) => accountId) } },
    select: { id: true },
  });
  const stillThere = new Set(accounts.map(({ id }) => id));
  await db.employment.createMany({
    data: employments
      .filter(({ accountId }) => stillThere.has(accountId))
      .map((job) => ({ ...job, workspaceId, contactId: droppedId })),
    skipDuplicates: true,
  });
  if (preference) {
    await db.askingPreference.createMany({
      data: [{ workspaceId, id: newId(), contactId: droppedId, ...preference }],
      skipDuplicates: true,
    });
  }
  const borrowed = employments
    .map(({ accountId }) => accountId)
    .filter((id) => !kept.accountIds.includes(id));
  await dropBorrowedJobs(db, workspaceId, { keptId, accountIds: borrowed });
  return true;
}

/** What the one that stayed had only from the other. */
async function emptyContact(db: Db, workspaceId: string, id: string, dropped: Dropped): Promise<void> {
  const where = { workspaceId_id: { workspaceId, id } };
  const now = await db.contact.findUniqueOrThrow({ where });
  const data = Object.fromEntries(
    FIELDS.flatMap((field) =>
      dropped.kept[field] === null && now[field] === dropped[field] ? [[field, null]] : [],
    ),
  );
  await db.contact.update({ where, data });
}

/** Jobs that came with the other, at accounts for which the one that stayed never spoke. */
async function dropBorrowedJobs(
  db: Db,
  workspaceId: string,
  { keptId, accountIds }: { keptId: string; accountIds: string[] },
): Promise<void> {
  await db.$executeRaw`
    DELETE FROM employments e
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.contact_id = ${keptId}::uuid
      AND e.account_id = ANY(${accountIds}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM feedback f
        WHERE f.workspace_id = e.workspace_id AND f.contact_id = e.contact_id AND f.account_id = e.account_id)
      AND NOT EXISTS (SELECT 1 FROM responses r
        WHERE r.workspace_id = e.workspace_id AND r.contact_id = e.contact_id AND r.account_id = e.account_id)`;
}
