import { findAccountPairEvidence } from '@/lib/accounts/find-account-suggestions';
import { mergeAccounts, undoAccountMerge } from '@/lib/accounts/merge-accounts';
import { rankSoon } from '@/lib/accounts/note-accounts-written';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { conflict, notFound } from '@/lib/core/errors';
import { actorId, type Scope } from '@/lib/db/scope';

type Pair = readonly [string, string];

/**
 * Makes one account of two that a member recognised as one company. The one of which the revenue is known stays, else the one with
 * a domain, else the older.
 * @throws ExpectedError 'conflict' where one of them is gone by now.
 */
export async function acceptAccountMerge(scope: Scope, pair: Pair): Promise<void> {
  requirePermission(scope, 'contacts.merge');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const [keptId, droppedId] = await lockPair(inner, pair);
    const evidence = await findAccountPairEvidence(inner, [keptId, droppedId]);
    await mergeAccounts(db, workspaceId, { keptId, droppedId, evidence, memberId: memberOf(scope) });
    await recordAudit(inner, {
      action: 'account.merged',
      subjectKind: 'account',
      subjectId: keptId,
      details: { dropped: droppedId, evidence: evidence.map(({ kind }) => kind).join(', ') },
    });
    await rankSoon(inner);
  });
}

/** Says that two accounts are different companies: they are not suggested again. */
export async function rejectAccountMerge(scope: Scope, pair: Pair): Promise<void> {
  requirePermission(scope, 'contacts.merge');
  await scope.run(async (_, inner) => {
    const [one, other] = await lockPair(inner, pair);
    await keepAccountsApart(inner, [one, other]);
    await recordAudit(inner, {
      action: 'account.kept_apart',
      subjectKind: 'account',
      subjectId: one,
      details: { other },
    });
  });
}

/**
 * Takes a merge of two accounts back; they are not suggested again.
 * @throws ExpectedError 'not_found', or 'conflict' where it was taken back before.
 */
export async function takeBackAccountMerge(scope: Scope, mergeId: string): Promise<void> {
  requirePermission(scope, 'contacts.merge');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const merge = await db.accountMerge.findFirst({ where: { workspaceId, id: mergeId } });
    if (!merge) throw notFound('merge');
    if (!(await undoAccountMerge(db, workspaceId, mergeId)))
      throw conflict('This merge has been undone already.');
    await keepAccountsApart(inner, [merge.keptId, merge.droppedId]);
    await recordAudit(inner, {
      action: 'account.merge_undone',
      subjectKind: 'account',
      subjectId: merge.droppedId,
      details: { from: merge.keptId },
    });
    await rankSoon(inner);
  });
}

function memberOf(scope: Scope): string {
  const memberId = actorId(scope);
  if (!memberId) throw new Error('Only a member says which accounts are one');
  return memberId;
}

async function keepAccountsApart(scope: Scope, pair: Pair): Promise<void> {
  const [lowId, highId] = [...pair].sort() as [string, string];
  const { workspaceId } = scope;
  await scope.run((db) =>
    db.accountDistinction.createMany({
      data: [{ workspaceId, lowId, highId, memberId: memberOf(scope) }],
      skipDuplicates: true,
    }),
  );
}

/** Both accounts, the one that would stay first, held until the transaction ends. */
async function lockPair(scope: Scope, pair: Pair): Promise<[string, string]> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ id: string }[]>`
      SELECT id FROM accounts WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${[...pair]}::uuid[])
      ORDER BY arr_cents IS NULL, domain IS NULL, id FOR UPDATE`,
  );
  const [kept, dropped] = rows;
  if (!kept || !dropped) throw conflict('One of these accounts is not there any more. Load the page again.');
  return [kept.id, dropped.id];
}
