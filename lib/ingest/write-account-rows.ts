import { findAccountFaults } from '@/lib/accounts/find-account-faults';
import type { AccountInput } from '@/lib/accounts/schema';
import { upsertAccounts } from '@/lib/accounts/upsert-accounts';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { AccountRow } from '@/lib/ingest/csv/imported-row';
import type { RowOutcome, RowPlace } from '@/lib/ingest/row-outcome';

/** An account as a row of a file has it. */
export type PlacedAccountRow = RowPlace & { row: AccountRow };

/** Which of two rows would hold is nothing to guess: the first stays, and people see the others. */
const REPEATED = 'a row further up has the same identifier; that one holds';

/**
 * Writes a batch of account rows and remembers what each account was before this import touched it first, so that the
 * import can be undone. Rows whose dates cannot be true, or whose
 * account stands further up in the file, are refused, by the column at fault.
 * @param columns which column of the file fills which field
 */
export async function writeAccountRows(
  scope: Scope,
  rows: PlacedAccountRow[],
  {
    importId,
    today,
    columns,
  }: { importId: string; today: Date; columns: readonly { field: string; column: string }[] },
): Promise<RowOutcome[]> {
  const inputs = rows.map(({ row }) => toInput(row));
  const seen = await findTouched(scope, importId, inputs);
  const isRepeat = inputs.map(({ externalId }) => {
    const isSeen = seen.has(externalId);
    seen.add(externalId);
    return isSeen;
  });
  const faults = (await findAccountFaults(scope, inputs, today)).map((fault, index) =>
    isRepeat[index] ? { field: 'externalId', reason: REPEATED } : fault,
  );
  const sound = inputs.filter((_, index) => faults[index] === null);
  const changes = await upsertAccounts(scope, sound, { importId, asOf: today });
  await scope.run((db) =>
    db.importChange.createMany({
      data: changes
        .filter((change) => change.kind !== 'unchanged')
        .map(({ accountId, before }) => ({
          workspaceId: scope.workspaceId,
          importId,
          accountId,
          before: before ?? Prisma.DbNull,
        })),
      skipDuplicates: true,
    }),
  );
  let next = 0;
  return rows.map(({ index, line, row: { externalId } }, at) => {
    const fault = faults[at];
    if (fault) {
      return { index, line, kind: 'failed', reason: fault.reason, column: columnOf(fault.field, columns) };
    }
    const kind = changes[next++]?.kind ?? 'unchanged';
    return kind === 'unchanged' ? { index, line, kind, externalId } : { index, line, kind };
  });
}

/** Those of the inputs' keys that earlier rows of the import added or changed. */
async function findTouched(
  scope: Scope,
  importId: string,
  inputs: readonly AccountInput[],
): Promise<Set<string>> {
  const { workspaceId } = scope;
  const keys = inputs.map(({ externalId }) => externalId);
  const rows = await scope.run((db) =>
    db.account.findMany({
      where: { workspaceId, externalId: { in: keys }, importChanges: { some: { importId } } },
      select: { externalId: true },
    }),
  );
  return new Set(rows.flatMap(({ externalId }) => externalId ?? []));
}

/** The column that fills a field of an account; an amount without a currency is at fault where there is no column for it. */
function columnOf(field: string, columns: readonly { field: string; column: string }[]): string | null {
  const named = (name: string) => columns.find((each) => each.field === name)?.column;
  if (field === 'arrCents') return named('arr') ?? null;
  return named(field) ?? (field === 'currency' ? named('arr') : undefined) ?? null;
}

function toInput(row: AccountRow): AccountInput {
  const { churned, ownerEmail, custom, externalId, ...fields } = row;
  const given = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null));
  return {
    ...given,
    externalId,
    custom: {
      ...custom,
      ...(ownerEmail === null ? {} : { ownerEmail }),
      // A flag without a date is kept for people to see; no date is made up for it, so it counts in no statistic.
      ...(churned === true && row.churnedAt === null ? { churned: 'yes, day unknown' } : {}),
    },
  };
}
