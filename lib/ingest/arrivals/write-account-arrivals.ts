import { findAccountFault } from '@/lib/accounts/find-account-fault';
import { noteAccountsWritten } from '@/lib/accounts/note-accounts-written';
import { accountInputSchema } from '@/lib/accounts/schema';
import { upsertAccounts } from '@/lib/accounts/upsert-accounts';
import type { Scope } from '@/lib/db/scope';
import type { Arrival, ArrivalOutcome } from '@/lib/ingest/arrivals/arrival';

type AccountArrival = Extract<Arrival, { kind: 'account' }>;

/** Writes accounts under the same checks as imports; a field that the system leaves out stays as it is. */
export async function writeAccountArrivals(
  scope: Scope,
  arrivals: readonly AccountArrival[],
  now: Date,
): Promise<Map<Arrival, ArrivalOutcome>> {
  const outcomes = new Map<Arrival, ArrivalOutcome>();
  const sound: AccountArrival[] = [];
  for (const arrival of arrivals) {
    const reason = findFault(arrival, now);
    if (reason === null) sound.push(arrival);
    else outcomes.set(arrival, { kind: 'refused', reason });
  }
  const changes = await upsertAccounts(
    scope,
    sound.map(({ account }) => account),
    { importId: null, asOf: now },
  );
  await noteAccountsWritten(scope, changes, 'account.written_by_source');
  sound.forEach((arrival, at) => {
    outcomes.set(arrival, { kind: changes[at]?.kind ?? 'unchanged' });
  });
  return outcomes;
}

function findFault({ account }: AccountArrival, now: Date): string | null {
  const parsed = accountInputSchema.safeParse(account);
  if (parsed.success) return findAccountFault(account, now)?.reason ?? null;
  return `the account does not fit: ${parsed.error.issues[0]?.path.join('.')}`;
}
