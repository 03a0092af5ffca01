import { findMergedKeys } from '@/lib/accounts/account-keys';
import { findAccountFault, isRenewalTooFar } from '@/lib/accounts/find-account-fault';
import type { AccountInput } from '@/lib/accounts/schema';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';

interface Dates {
  startedAt?: Date | null | undefined;
  churnedAt?: Date | null | undefined;
  renewalAt?: Date | null | undefined;
}

/**
 * Why accounts cannot be written as they are said to be, in the order of the inputs, null where they can. A start, a leaving or a
 * renewal given alone is held against the others as they are stored, or as an earlier input gives them.
 */
export async function findAccountFaults(
  scope: Scope,
  inputs: readonly AccountInput[],
  today: Date,
): Promise<ReturnType<typeof findAccountFault>[]> {
  const stored = await scope.run((db) =>
    findStoredDates(
      db,
      scope.workspaceId,
      inputs.filter(hasDate).map(({ externalId }) => externalId),
    ),
  );
  return inputs.map((input) => {
    const known = stored.get(input.externalId);
    // A renewal that was stored before such were refused is no fault of this input.
    const knownRenewal =
      known?.renewalAt && !isRenewalTooFar(known.renewalAt, today) ? known.renewalAt : null;
    const dates = {
      startedAt: input.startedAt === undefined ? known?.startedAt : input.startedAt,
      churnedAt: input.churnedAt === undefined ? known?.churnedAt : input.churnedAt,
      renewalAt: input.renewalAt === undefined ? knownRenewal : input.renewalAt,
    };
    const fault = findAccountFault({ ...input, ...dates }, today);
    if (!fault && hasDate(input)) stored.set(input.externalId, dates);
    // What is at fault is what the input gives: where the other date is as it was stored, that is the start.
    const isOfStart =
      (fault?.field === 'churnedAt' && input.churnedAt === undefined) ||
      (fault?.field === 'renewalAt' && input.renewalAt === undefined);
    return fault && isOfStart ? { ...fault, field: 'startedAt' } : fault;
  });
}

const hasDate = ({ startedAt, churnedAt, renewalAt }: AccountInput) =>
  Boolean(startedAt || churnedAt || renewalAt);

/** By the keys asked for, those of merged accounts among them. */
async function findStoredDates(
  db: Db,
  workspaceId: string,
  keys: readonly string[],
): Promise<Map<string, Dates>> {
  if (keys.length === 0) return new Map();
  const ownKeys = await findMergedKeys(db, workspaceId, keys);
  const ownKeyOf = (key: string) => ownKeys.get(key) ?? key;
  const rows = await db.account.findMany({
    where: { workspaceId, externalId: { in: keys.map(ownKeyOf) } },
    select: { externalId: true, startedAt: true, churnedAt: true, renewalAt: true },
  });
  const byOwnKey = new Map(rows.map(({ externalId, ...dates }) => [externalId ?? '', dates]));
  return new Map(
    keys.flatMap((key) => {
      const dates = byOwnKey.get(ownKeyOf(key));
      return dates ? [[key, dates] as const] : [];
    }),
  );
}
