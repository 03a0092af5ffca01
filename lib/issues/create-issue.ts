import { recordAudit } from '@/lib/audit/record';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { pinEvidence } from '@/lib/issues/pin-evidence';
import type { NewIssue } from '@/lib/issues/schema';

/**
 * Makes an issue by hand: for what people know and no theme says. It has no figures of its own, but evidence that people
 * pin to it.
 * @returns its id.
 */
export async function createIssue(scope: Scope, { title, notes, feedbackId }: NewIssue): Promise<string> {
  const { workspaceId } = scope;
  const id = newId();
  await scope.run(async (db, inner) => {
    await db.issue.create({ data: { workspaceId, id, title, notes } });
    await recordAudit(inner, { action: 'issue.created', subjectKind: 'issue', subjectId: id });
    if (feedbackId) await pinEvidence(inner, { issueId: id, feedbackId });
  });
  return id;
}
