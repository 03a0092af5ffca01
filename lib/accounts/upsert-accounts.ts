import type { AccountInput } from '@/lib/accounts/schema';
import { newId } from '@/lib/core/ids';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

/** One account an import touched: what it was before, or null when it was made. */
export interface AccountChange {
  accountId: string;
  kind: 'added' | 'changed' | 'unchanged';
  before: Prisma.InputJsonObject | null;
}

type AccountRow = Prisma.AccountGetPayload<{ include: { arrHistory: true } }>;

/** The columns an input may set; the rest of an account is ours. */
const FIELDS = [
  'name',
  'domain',
  'plan',
  'segment',
  'industry',
  'country',
  'currency',
  'startedAt',
  'renewalAt',
  'churnedAt',
  'churnReason',
] as const;

/**
 * Writes accounts by external id: makes those not heard of, sets the fields given on the others. A changed ARR is also
 * a new line of the account's ARR history, valid from `asOf` (a new account's: from its start).
 */
export async function upsertAccounts(
  scope: Scope,
  inputs: AccountInput[],
  { importId, asOf }: { importId: string | null; asOf: Date },
): Promise<AccountChange[]> {
  return scope.run(async (db) => {
    const { workspaceId } = scope;
    const rows = await db.account.findMany({
      where: { workspaceId, externalId: { in: inputs.map((input) => input.externalId) } },
      include: { arrHistory: true },
    });
    const existing = new Map(rows.map((row) => [row.externalId, row]));
    const changes: AccountChange[] = [];
    for (const input of inputs) {
      const row = existing.get(input.externalId);
      if (!row) {
        const made = await createAccount(db, workspaceId, input, importId, asOf);
        existing.set(input.externalId, made);
        changes.push({ accountId: made.id, kind: 'added', before: null });
        continue;
      }
      const data = differences(row, input);
      if (Object.keys(data).length === 0) {
        changes.push({ accountId: row.id, kind: 'unchanged', before: null });
        continue;
      }
      const updated = await db.account.update({
        where: { workspaceId_id: { workspaceId, id: row.id } },
        data,
        include: { arrHistory: true },
      });
      if (data.arrCents !== undefined) await recordArr(db, updated, asOf);
      existing.set(input.externalId, updated);
      changes.push({ accountId: row.id, kind: 'changed', before: snapshot(row) });
    }
    return changes;
  });
}

/** Puts an account back to what a snapshot of {@link upsertAccounts} says. */
export async function restoreAccount(
  scope: Scope,
  accountId: string,
  before: Record<string, unknown>,
): Promise<void> {
  const text = (key: string) => (typeof before[key] === 'string' ? before[key] : null);
  const day = (key: string) => (typeof before[key] === 'string' ? new Date(before[key]) : null);
  const arrCents = text('arrCents');
  await scope.run(async (db) => {
    const key = { workspaceId_id: { workspaceId: scope.workspaceId, id: accountId } };
    const current = await db.account.update({
      where: key,
      data: {
        name: text('name') ?? '',
        domain: text('domain'),
        plan: text('plan'),
        segment: text('segment'),
        industry: text('industry'),
        country: text('country'),
        currency: text('currency'),
        churnReason: text('churnReason'),
        startedAt: day('startedAt'),
        renewalAt: day('renewalAt'),
        churnedAt: day('churnedAt'),
        arrCents: arrCents === null ? null : BigInt(arrCents),
        custom: (before.custom ?? {}) as Prisma.InputJsonObject,
      },
    });
    const history = (before.arrHistory ?? []) as { validFrom: string; arrCents: string; currency: string }[];
    await db.accountArr.deleteMany({ where: { workspaceId: scope.workspaceId, accountId: current.id } });
    await db.accountArr.createMany({
      data: history.map((line) => ({
        workspaceId: scope.workspaceId,
        id: newId(),
        accountId: current.id,
        validFrom: new Date(line.validFrom),
        arrCents: BigInt(line.arrCents),
        currency: line.currency,
      })),
    });
  });
}

async function createAccount(
  db: Db,
  workspaceId: string,
  input: AccountInput,
  importId: string | null,
  asOf: Date,
): Promise<AccountRow> {
  const row = await db.account.create({
    data: {
      workspaceId,
      id: newId(),
      externalId: input.externalId,
      importId,
      ...pickFields(input),
      name: input.name ?? input.externalId,
      arrCents: input.arrCents === undefined ? null : BigInt(input.arrCents),
      custom: input.custom ?? {},
    },
    include: { arrHistory: true },
  });
  if (row.arrCents !== null) await recordArr(db, row, input.startedAt ?? asOf);
  return row;
}

function pickFields(input: AccountInput): Partial<Pick<AccountInput, (typeof FIELDS)[number]>> {
  return Object.fromEntries(
    FIELDS.flatMap((field) => (input[field] === undefined ? [] : [[field, input[field]]])),
  );
}

function differences(row: AccountRow, input: AccountInput): Prisma.AccountUpdateInput {
  const data: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(pickFields(input))) {
    const before = row[field as (typeof FIELDS)[number]];
    if (comparable(before) !== comparable(value)) data[field] = value;
  }
  if (input.arrCents !== undefined && row.arrCents !== BigInt(input.arrCents))
    data.arrCents = BigInt(input.arrCents);
  if (input.custom) {
    const merged = { ...(row.custom as Record<string, unknown>), ...input.custom };
    if (JSON.stringify(merged) !== JSON.stringify(row.custom)) data.custom = merged;
  }
  return data;
}

function comparable(value: unknown): unknown {
  return value instanceof Date ? value.toISOString().slice(0, 10) : value;
}

async function recordArr(db: Db, row: AccountRow, validFrom: Date): Promise<void> {
  if (row.arrCents === null || row.currency === null) return;
  const { workspaceId, id: accountId, arrCents, currency } = row;
  await db.accountArr.upsert({
    where: { workspaceId_accountId_validFrom: { workspaceId, accountId, validFrom } },
    create: { workspaceId, id: newId(), accountId, validFrom, arrCents, currency },
    update: { arrCents, currency },
  });
}

function snapshot(row: AccountRow): Prisma.InputJsonObject {
  const { workspaceId, id, externalId, importId, createdAt, updatedAt, ...fields } = row;
  return JSON.parse(
    JSON.stringify(fields, (_key, value) => (typeof value === 'bigint' ? value.toString() : value)),
  ) as Prisma.InputJsonObject;
}
