import { findAccountFaults } from '@/lib/accounts/find-account-faults';
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
  const refuse = (arrival: AccountArrival, reason: string) =>
    outcomes.set(arrival, { kind: 'refused', reason });
  const fitting: AccountArrival[] = [];
  for (const arrival of arrivals) {
    const { error } = accountInputSchema.safeParse(arrival.account);
    if (error) refuse(arrival, `the account does not fit: ${error.issues[0]?.path.join('.')}`);
    else fitting.push(arrival);
  }
  const faults = await findAccountFaults(
    scope,
    fitting.map(({ account }) => account),
    now,
  );
  const sound = fitting.filter((arrival, at) => {
    const fault = faults[at];
    if (fault) refuse(arrival, fault.reason);
    return !fault;
  });
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
