import type { AccountChange } from '@/lib/accounts/upsert-accounts';
import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

/** Accounts come in many requests; the ranking runs once for those of a minute. */
const SETTLE_SECONDS = 60;

/** After a program or a connector has written accounts, in the same transaction: who did, and the ranking that weighs them. */
export async function noteAccountsWritten(
  scope: Scope,
  changes: readonly AccountChange[],
  action: 'account.written_by_api' | 'account.written_by_source' = 'account.written_by_api',
): Promise<void> {
  const countOf = (kind: AccountChange['kind']) => changes.filter((change) => change.kind === kind).length;
  const [added, changed] = [countOf('added'), countOf('changed')];
  if (added + changed === 0) return;
  await recordAudit(scope, {
    action,
    subjectKind: 'account',
    details: { added, changed },
  });
  await rankSoon(scope);
}

/** Lets the ranking weigh what has become of accounts. */
export async function rankSoon(scope: Scope): Promise<void> {
  await enqueue(scope, 'issues.rank', {}, { startAfterSeconds: SETTLE_SECONDS });
}
