import { findPairEvidence } from '@/lib/accounts/find-merge-suggestions';
import { mergeContacts } from '@/lib/accounts/merge-contacts';
import { keepApart } from '@/lib/accounts/undo-contact-merge';
import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { conflict } from '@/lib/core/errors';
import { actorId, type Scope } from '@/lib/db/scope';

type Pair = readonly [string, string];

/**
 * Makes one person of two contacts that a member recognised as such; the older one stays.
 * @throws ExpectedError 'conflict' where one of them is gone by now, or said to be somebody else.
 */
export async function acceptMerge(scope: Scope, pair: Pair): Promise<void> {
  requirePermission(scope, 'contacts.merge');
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const [keptId, droppedId] = await lockPair(inner, pair);
    const evidence = await findPairEvidence(inner, [keptId, droppedId]);
    const merge = { keptId, droppedId, evidence, memberId: actorId(scope), importId: null };
    await mergeContacts(db, workspaceId, merge);
    await recordAudit(inner, {
      action: 'contact.merged',
      subjectKind: 'contact',
      subjectId: keptId,
      details: { dropped: droppedId, evidence: evidence.map(({ kind }) => kind).join(', ') },
    });
  });
}

/** Says that two contacts are different people: they are not suggested again, and no row joins them. */
export async function rejectMerge(scope: Scope, pair: Pair): Promise<void> {
  requirePermission(scope, 'contacts.merge');
  await scope.run(async (_, inner) => {
    const [lowId, highId] = await lockPair(inner, pair);
    await keepApart(inner, [lowId, highId]);
    await recordAudit(inner, {
      action: 'contact.kept_apart',
      subjectKind: 'contact',
      subjectId: lowId,
      details: { other: highId },
    });
  });
}

/** Both contacts, the older first, held until the transaction ends. */
async function lockPair(scope: Scope, pair: Pair): Promise<[string, string]> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ id: string }[]>`
      SELECT id FROM contacts WHERE workspace_id = ${scope.workspaceId}::uuid AND id = ANY(${[...pair]}::uuid[])
      ORDER BY id FOR UPDATE`,
  );
  const [low, high] = rows;
  if (!low || !high) throw conflict('One of these contacts is not there any more. Load the page again.');
  return [low.id, high.id];
}
