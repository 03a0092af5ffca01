import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';

/** The source of transcripts that people bring. */
export const TRANSCRIPT_SOURCE = 'Transcripts';

/**
 * Takes back a transcript that somebody stored on the screen: the conversation and what was said in it. The people and the account it named
 * stay.
 * @returns the number of statements that are gone.
 * @throws ExpectedError 'not_found' for any other conversation.
 */
export async function undoTranscript(scope: Scope, conversationId: string): Promise<number> {
  requirePermission(scope, 'imports.manage');
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const conversation = await db.conversation.findFirst({
      where: { workspaceId, id: conversationId, source: { kind: 'api', name: TRANSCRIPT_SOURCE } },
      select: { id: true },
    });
    if (!conversation) throw notFound('stored transcript');
    return forgetTranscript(inner, conversation.id);
  });
}

/** Takes back a conversation and what was said in it. @returns the number of statements that are gone. */
export async function forgetTranscript(scope: Scope, conversationId: string): Promise<number> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const { count } = await db.feedback.deleteMany({ where: { workspaceId, conversationId } });
    await db.conversation.delete({ where: { workspaceId_id: { workspaceId, id: conversationId } } });
    await recordAudit(inner, {
      action: 'transcript.undone',
      subjectKind: 'conversation',
      subjectId: conversationId,
      details: { statements: count },
    });
    return count;
  });
}
