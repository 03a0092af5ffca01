import { findMergedKeys } from '@/lib/accounts/account-keys';
import { type AccountMove, findMoves, writeMoves } from '@/lib/accounts/account-moves';
import { type AccountState, applyInput, newState, snapshotState } from '@/lib/accounts/account-state';
import { type ArrLine, findLineOn, findNewLines, layOver } from '@/lib/accounts/arr-history';
import { normaliseDomain } from '@/lib/accounts/mail-domain';
import { claimByDomain } from '@/lib/accounts/match-domains';
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

/** A line of an account's ARR history. */
interface AccountArrLine extends ArrLine {
  accountId: string;
}

/**
 * Writes accounts by external id: makes those not heard of, sets the fields given on the others. A changed ARR, in amount or in currency, is also
 * a new line of the account's ARR history, valid from `asOf` (a new account's: from its start); lines given with their
 * days are written as they are. A key that occurs
 * several times is written as if the inputs came one after the other. A batch costs one statement for each of: new
 * accounts, changed accounts, ARR lines.
 * @returns the changes in the order of the inputs.
 */
export async function upsertAccounts(
  scope: Scope,
  inputs: AccountInput[],
  { importId, asOf }: { importId: string | null; asOf: Date },
): Promise<AccountChange[]> {
  if (inputs.length === 0) return [];
  return scope.run(async (db, inner) => {
    const ownKeys = await findMergedKeys(
      db,
      scope.workspaceId,
      inputs.map(({ externalId }) => externalId),
    );
    const ownKeyOf = ({ externalId }: AccountInput) => ownKeys.get(externalId) ?? externalId;
    const states = await findStates(db, scope.workspaceId, inputs.map(ownKeyOf));
    const added = new Set<string>();
    const changed = new Set<string>();
    const lines = new Map<string, AccountArrLine>();
    const moves: AccountMove[] = [];
    const changes = inputs.map((given): AccountChange => {
      const input = withPlainDomain(given);
      const externalId = ownKeyOf(input);
      const before = states.get(externalId);
      const { after, newLines } = layInput(before, input, asOf);
      if (after === before) return { accountId: after.id, kind: 'unchanged', before: null };
      states.set(externalId, after);
      for (const line of newLines) noteLine(lines, { ...line, accountId: after.id });
      const isDated = Boolean(input.arrHistory?.length) && input.arrCents === undefined;
      const isOtherArr =
        after.arrCents !== (before?.arrCents ?? null) || after.currency !== (before?.currency ?? null);
      if (!isDated && isOtherArr) {
        noteArr(lines, after, {
          validFrom: before ? asOf : (input.startedAt ?? asOf),
          reason: input.arrReason ?? null,
        });
      }
      if (!before) {
        added.add(externalId);
        return { accountId: after.id, kind: 'added', before: null };
      }
      if (!added.has(externalId)) {
        changed.add(externalId);
        moves.push(...findMoves(before, after));
      }
      return { accountId: after.id, kind: 'changed', before: snapshotState(before) };
    });
    const pick = (keys: Set<string>) =>
      [...states].flatMap(([externalId, state]) => (keys.has(externalId) ? [{ ...state, externalId }] : []));
    await insertAccounts(db, scope.workspaceId, pick(added), importId);
    await updateAccounts(db, scope.workspaceId, pick(changed));
    await writeArrLines(db, scope.workspaceId, [...lines.values()]);
    await writeMoves(db, scope.workspaceId, moves, { importId, movedAt: asOf });
    const touched = pick(new Set([...added, ...changed]));
    await claimByDomain(
      inner,
      touched.flatMap(({ domain }) => domain ?? []),
    );
    return changes;
  });
}

/** A domain as addresses have it, whatever web address was given. */
function withPlainDomain(input: AccountInput): AccountInput {
  if (!input.domain) return input;
  return { ...input, domain: normaliseDomain(input.domain) ?? input.domain };
}

async function findStates(db: Db, workspaceId: string, keys: string[]): Promise<Map<string, AccountState>> {
  const rows = await db.account.findMany({
    where: { workspaceId, externalId: { in: keys } },
    include: { arrHistory: true },
  });
  return new Map(
    rows.map(({ workspaceId: _, importId: __, createdAt, updatedAt, externalId, ...state }) => [
      externalId ?? '',
      state,
    ]),
  );
}

/** An input laid over an account, with the lines of its ARR history that are new. The same object where nothing is. */
function layInput(
  before: AccountState | undefined,
  input: AccountInput,
  asOf: Date,
): { after: AccountState; newLines: ArrLine[] } {
  const given = (input.arrHistory ?? []).map((line) => ({
    ...line,
    arrCents: BigInt(line.arrCents),
    reason: line.reason ?? null,
  }));
  const known: ArrLine[] = before?.arrHistory ?? [];
  const newLines = findNewLines(known, given);
  const current = given.length > 0 ? findLineOn(layOver(known, newLines), asOf) : null;
  const dated =
    current && input.arrCents === undefined
      ? { ...input, arrCents: Number(current.arrCents), currency: current.currency }
      : input;
  const laid = before ? applyInput(before, dated) : newState(newId(), dated);
  if (newLines.length === 0) return { after: laid, newLines };
  return { after: { ...laid, arrHistory: layOver<ArrLine>(known, newLines) }, newLines };
}

function noteArr(
  lines: Map<string, AccountArrLine>,
  state: AccountState,
  { validFrom, reason }: Pick<ArrLine, 'validFrom' | 'reason'>,
): void {
  const { id: accountId, arrCents, currency } = state;
  if (arrCents === null || currency === null) return;
  noteLine(lines, { accountId, validFrom, arrCents, currency, reason });
}

/** One line a day: a later amount of the same day replaces the earlier one. */
function noteLine(lines: Map<string, AccountArrLine>, line: AccountArrLine): void {
  lines.set(`${line.accountId} ${line.validFrom.toISOString().slice(0, 10)}`, line);
}

async function insertAccounts(
  db: Db,
  workspaceId: string,
  states: (AccountState & { externalId: string })[],
  importId: string | null,
): Promise<void> {
  if (states.length === 0) return;
  await db.account.createMany({
    data: states.map(({ arrHistory: _, custom, ...fields }) => ({
      ...fields,
      workspaceId,
      importId,
      custom: custom as Prisma.InputJsonObject,
    })),
  });
}

async function updateAccounts(db: Db, workspaceId: string, states: AccountState[]): Promise<void> {
  if (states.length === 0) return;
  const rows = states.map(({ arrHistory: _, ...state }) => ({
    ...state,
    arrCents: state.arrCents?.toString(),
  }));
  await db.$executeRaw`
    UPDATE accounts a
    SET name = r.name, domain = r.domain, plan = r.plan, segment = r.segment, industry = r.industry,
      country = r.country, arr_cents = r."arrCents", currency = r.currency, started_at = r."startedAt",
      renewal_at = r."renewalAt", churned_at = r."churnedAt", churn_reason = r."churnReason", custom = r.custom,
      updated_at = now()
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, name text, domain text, plan text, segment text, industry text, country text, "arrCents" bigint,
      currency char(3), "startedAt" date, "renewalAt" date, "churnedAt" date, "churnReason" text, custom jsonb
    )
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.id = r.id`;
}

async function writeArrLines(db: Db, workspaceId: string, lines: AccountArrLine[]): Promise<void> {
  if (lines.length === 0) return;
  const rows = lines.map((line) => ({ ...line, id: newId(), arrCents: line.arrCents.toString() }));
  await db.$executeRaw`
    INSERT INTO account_arr (workspace_id, id, account_id, valid_from, arr_cents, currency, reason)
    SELECT ${workspaceId}::uuid, r.id, r."accountId", r."validFrom", r."arrCents", r.currency, r.reason
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
      id uuid, "accountId" uuid, "validFrom" date, "arrCents" bigint, currency char(3), reason text
    )
    ON CONFLICT (workspace_id, account_id, valid_from)
    DO UPDATE SET arr_cents = excluded.arr_cents, currency = excluded.currency, reason = excluded.reason`;
}

/** A line as a snapshot has it; older ones know of no reason. */
type SnapshotLine = { validFrom: string; arrCents: string; currency: string; reason?: string | null };

/** Puts accounts back to what the snapshots of {@link upsertAccounts} say, their ARR history included. */
export async function restoreAccounts(
  scope: Scope,
  accounts: { accountId: string; before: Record<string, unknown> }[],
): Promise<void> {
  if (accounts.length === 0) return;
  await scope.run(async (db) => {
    const { workspaceId } = scope;
    const states = accounts.map(
      ({ accountId, before }) => ({ ...before, id: accountId }) as unknown as AccountState,
    );
    await updateAccounts(db, workspaceId, states);
    await db.accountArr.deleteMany({
      where: { workspaceId, accountId: { in: accounts.map(({ accountId }) => accountId) } },
    });
    await writeArrLines(
      db,
      workspaceId,
      accounts.flatMap(({ accountId, before }) =>
        ((before.arrHistory ?? []) as SnapshotLine[]).map((line) => ({
          accountId,
          validFrom: new Date(line.validFrom),
          arrCents: BigInt(line.arrCents),
          currency: line.currency,
          reason: line.reason ?? null,
        })),
      ),
    );
  });
}
