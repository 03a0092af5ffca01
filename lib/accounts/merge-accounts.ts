import { newId } from '@/lib/core/ids';
import { type Db, Prisma } from '@/lib/db/client';

/** Why two accounts are one company. */
export type AccountEvidence = { kind: 'same_domain' } | { kind: 'same_name' } | { kind: 'shared_people' };

export interface AccountMergeInput {
  keptId: string;
  droppedId: string;
  evidence: AccountEvidence[];
  memberId: string;
}

/** Tables whose rows are an account's, and go with it. */
const FOLLOWING = [
  'feedback',
  'responses',
  'conversations',
  'usage_events',
  'transactions',
  'account_moves',
] as const;
type Moved = Partial<Record<(typeof FOLLOWING)[number] | 'account_arr', string[]>>;

/** Of the one that stays, what is not known is taken from the other. That one has left says nothing of the other. */
const FIELDS = [
  ...['domain', 'plan', 'segment', 'industry', 'country', 'arrCents', 'currency'],
  ...['startedAt', 'renewalAt', 'ownerId'],
] as const;
type Fields = Record<string, string | number | null>;

/** What a dropped account was, enough to make it again. */
interface Dropped {
  fields: Fields & { name: string; externalId: string | null };
  custom: Record<string, string>;
  keys: string[];
  arrLines: { id: string; validFrom: string; arrCents: string; currency: string; reason?: string | null }[];
  jobs: {
    id: string;
    contactId: string;
    title: string | null;
    startedAt: string | null;
    endedAt: string | null;
  }[];
  changes: { importId: string; before: Prisma.JsonValue }[];
  /** What the one that stayed was before. */
  kept: { fields: Fields; custom: Record<string, string>; contactIds: string[] };
}

const plain = <Value>(value: unknown): Value =>
  JSON.parse(
    JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? each.toString() : each)),
  ) as Value;

/**
 * Makes one account of two: everything of the one becomes the other's, its key leads to the other from now on, and what was moved is
 * kept, so that {@link undoAccountMerge} can take it back. Revenue is not summed up: of two systems that know one company each tells
 * all it pays, so the one that stays keeps its own where it has any. Call within a transaction.
 */
export async function mergeAccounts(
  db: Db,
  workspaceId: string,
  { keptId, droppedId, evidence, memberId }: AccountMergeInput,
): Promise<string> {
  const dropped = await readAccount(db, workspaceId, { droppedId, keptId });
  const moved: Moved = {};
  for (const table of FOLLOWING) {
    const rows = await db.$queryRaw<{ id: string }[]>`
      UPDATE ${Prisma.raw(table)} SET account_id = ${keptId}::uuid
      WHERE workspace_id = ${workspaceId}::uuid AND account_id = ${droppedId}::uuid
      RETURNING id`;
    if (rows.length > 0) moved[table] = rows.map(({ id }) => id);
  }
  if (dropped.kept.fields.arrCents === null && dropped.arrLines.length > 0) {
    await db.accountArr.updateMany({
      where: { workspaceId, accountId: droppedId },
      data: { accountId: keptId },
    });
    moved.account_arr = dropped.arrLines.map(({ id }) => id);
  }
  await db.$executeRaw`
    INSERT INTO employments (workspace_id, id, contact_id, account_id, title, started_at, ended_at)
    SELECT workspace_id, gen_random_uuid(), contact_id, ${keptId}::uuid, title, started_at, ended_at FROM employments
    WHERE workspace_id = ${workspaceId}::uuid AND account_id = ${droppedId}::uuid
    ON CONFLICT (workspace_id, contact_id, account_id) DO NOTHING`;
  await db.accountKey.updateMany({
    where: { workspaceId, accountId: droppedId },
    data: { accountId: keptId },
  });
  // Merges into the one that goes now belong to the one that stays; their undo takes back what they moved.
  await db.accountMerge.updateMany({ where: { workspaceId, keptId: droppedId }, data: { keptId } });
  await db.account.delete({ where: { workspaceId_id: { workspaceId, id: droppedId } } });
  if (dropped.fields.externalId !== null)
    await db.accountKey.create({ data: { workspaceId, key: dropped.fields.externalId, accountId: keptId } });
  await fillAccount(db, workspaceId, keptId, dropped);
  const id = newId();
  await db.accountMerge.create({
    data: {
      ...{ workspaceId, id, keptId, droppedId, memberId },
      dropped: dropped as unknown as Prisma.InputJsonObject,
      moved: moved as Prisma.InputJsonObject,
      evidence: evidence as Prisma.InputJsonArray,
    },
  });
  return id;
}

async function readAccount(
  db: Db,
  workspaceId: string,
  { droppedId, keptId }: { droppedId: string; keptId: string },
): Promise<Dropped> {
  const include = { arrHistory: true, employments: true, importChanges: true, keys: true };
  const read = (id: string) =>
    db.account.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } }, include });
  const [row, kept] = [await read(droppedId), await read(keptId)];
  const { arrHistory, employments, importChanges, keys, custom, ...fields } = row;
  const { workspaceId: _, id: __, updatedAt: ___, ...own } = fields;
  return plain({
    fields: own,
    custom,
    keys: keys.map(({ key }) => key),
    arrLines: arrHistory.map(({ id, validFrom, arrCents, currency, reason }) => ({
      ...{ id, validFrom, arrCents, currency, reason },
    })),
    jobs: employments.map(({ id, contactId, title, startedAt, endedAt }) => ({
      ...{ id, contactId, title, startedAt, endedAt },
    })),
    changes: importChanges.map(({ importId, before }) => ({ importId, before })),
    kept: {
      fields: Object.fromEntries(FIELDS.map((field) => [field, kept[field as keyof typeof kept]])),
      custom: kept.custom,
      contactIds: kept.employments.map(({ contactId }) => contactId),
    },
  });
}

/** Fields as the database takes them: amounts are kept as text, for JSON has no whole numbers of that size. */
const toColumns = (fields: Partial<Fields>): Partial<Prisma.AccountUncheckedCreateInput> =>
  'arrCents' in fields && fields.arrCents !== null
    ? { ...fields, arrCents: BigInt(fields.arrCents ?? 0) }
    : (fields as Partial<Prisma.AccountUncheckedCreateInput>);

/** Of the two amounts of revenue and their currencies one pair is taken, never half of each. */
const takesOver = (field: string, { kept, fields }: Dropped): boolean =>
  field === 'currency'
    ? kept.fields.arrCents === null && fields.arrCents !== null
    : kept.fields[field] === null && fields[field] !== null;

async function fillAccount(db: Db, workspaceId: string, id: string, from: Dropped): Promise<void> {
  const data = Object.fromEntries(
    FIELDS.flatMap((field) => (takesOver(field, from) ? [[field, from.fields[field]]] : [])),
  );
  await db.account.update({
    where: { workspaceId_id: { workspaceId, id } },
    data: { ...toColumns(data), custom: { ...from.custom, ...from.kept.custom } },
  });
}

/**
 * Takes a merge back: the other account is there again with what was its own then; what came since stays where it is.
 * Call within a transaction.
 * @returns false where it was undone before.
 */
export async function undoAccountMerge(db: Db, workspaceId: string, mergeId: string): Promise<boolean> {
  const { count } = await db.accountMerge.updateMany({
    where: { workspaceId, id: mergeId, undoneAt: null },
    data: { undoneAt: new Date() },
  });
  if (count === 0) return false;
  const merge = await db.accountMerge.findUniqueOrThrow({
    where: { workspaceId_id: { workspaceId, id: mergeId } },
  });
  const { keptId, droppedId } = merge;
  const dropped = merge.dropped as unknown as Dropped;
  const moved = merge.moved as Moved;
  const { externalId } = dropped.fields;
  if (externalId !== null) await db.accountKey.deleteMany({ where: { workspaceId, key: externalId } });
  await emptyAccount(db, workspaceId, keptId, dropped);
  const { ownerId } = dropped.fields;
  const owner =
    ownerId &&
    (await db.member.findFirst({ where: { workspaceId, id: String(ownerId) }, select: { id: true } }));
  await db.account.create({
    data: {
      ...toColumns(dropped.fields),
      ...{ workspaceId, id: droppedId, name: dropped.fields.name, custom: dropped.custom },
      ownerId: owner ? owner.id : null,
    },
  });
  await db.accountKey.updateMany({
    where: { workspaceId, accountId: keptId, key: { in: dropped.keys } },
    data: { accountId: droppedId },
  });
  for (const table of [...FOLLOWING, 'account_arr'] as const) {
    const ids = moved[table] ?? [];
    if (ids.length === 0) continue;
    await db.$executeRaw`
      UPDATE ${Prisma.raw(table)} SET account_id = ${droppedId}::uuid
      WHERE workspace_id = ${workspaceId}::uuid AND account_id = ${keptId}::uuid AND id = ANY(${ids}::uuid[])`;
  }
  await giveBack(db, workspaceId, { keptId, droppedId, dropped });
  return true;
}

/** Revenue that was not moved, people and what imports changed, as far as they are still there. */
async function giveBack(
  db: Db,
  workspaceId: string,
  { keptId, droppedId, dropped }: { keptId: string; droppedId: string; dropped: Dropped },
): Promise<void> {
  await db.accountArr.createMany({
    data: dropped.arrLines.map((line) => ({
      ...line,
      ...{ workspaceId, accountId: droppedId, arrCents: BigInt(line.arrCents) },
    })),
    skipDuplicates: true,
  });
  const [people, imports] = [
    await db.contact.findMany({
      where: { workspaceId, id: { in: dropped.jobs.map(({ contactId }) => contactId) } },
      select: { id: true },
    }),
    await db.import.findMany({
      where: { workspaceId, id: { in: dropped.changes.map(({ importId }) => importId) } },
      select: { id: true },
    }),
  ];
  const stillThere = new Set([...people, ...imports].map(({ id }) => id));
  await db.employment.createMany({
    data: dropped.jobs
      .filter(({ contactId }) => stillThere.has(contactId))
      .map((job) => ({ ...job, workspaceId, accountId: droppedId })),
    skipDuplicates: true,
  });
  await db.importChange.createMany({
    data: dropped.changes
      .filter(({ importId }) => stillThere.has(importId))
      .map(({ importId, before }) => ({
        ...{ workspaceId, importId, accountId: droppedId },
        before: before ?? Prisma.DbNull,
      })),
    skipDuplicates: true,
  });
  const borrowed = dropped.jobs
    .map(({ contactId }) => contactId)
    .filter((id) => !dropped.kept.contactIds.includes(id));
  await db.$executeRaw`
    DELETE FROM employments e
    WHERE e.workspace_id = ${workspaceId}::uuid AND e.account_id = ${keptId}::uuid
      AND e.contact_id = ANY(${borrowed}::uuid[])
      AND NOT EXISTS (SELECT 1 FROM feedback f
        WHERE f.workspace_id = e.workspace_id AND f.contact_id = e.contact_id AND f.account_id = e.account_id)
      AND NOT EXISTS (SELECT 1 FROM responses r
        WHERE r.workspace_id = e.workspace_id AND r.contact_id = e.contact_id AND r.account_id = e.account_id)`;
}

/** What the one that stayed had only from the other. */
async function emptyAccount(db: Db, workspaceId: string, id: string, dropped: Dropped): Promise<void> {
  const where = { workspaceId_id: { workspaceId, id } };
  const row = await db.account.findUniqueOrThrow({ where });
  const now = plain<Fields>(row);
  const data = Object.fromEntries(
    FIELDS.flatMap((field) =>
      takesOver(field, dropped) && now[field] === dropped.fields[field]
        ? [[field, dropped.kept.fields[field]]]
        : [],
    ),
  );
  const custom = Object.fromEntries(
    Object.entries(row.custom as Record<string, string>).filter(
      ([key, value]) => key in dropped.kept.custom || dropped.custom[key] !== value,
    ),
  );
  await db.account.update({ where, data: { ...data, custom } });
}
