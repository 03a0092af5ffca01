import { recordAudit } from '@/lib/audit/record';
import { requirePermission } from '@/lib/auth/permissions';
import { env } from '@/lib/core/env';
import { ExpectedError, notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { type FeedbackOriginal, originalSchema } from '@/lib/feedback/original-schema';
import { getSetting } from '@/lib/settings/queries';
import { type SealContext, seal, unseal } from '@/lib/settings/seal';

interface Written {
  feedbackId: string;
  stored: { title?: string | undefined; text: string };
  input: { title?: string | undefined; text: string };
}

/** Keeps what redaction changed, encrypted, if the workspace wants that. To be called in the transaction that writes. */
export async function keepOriginals(scope: Scope, written: readonly Written[]): Promise<void> {
  const redacted = written.filter(
    ({ stored, input }) => stored.text !== input.text || (stored.title ?? null) !== (input.title || null),
  );
  if (redacted.length === 0 || !(await getSetting(scope, 'redaction')).keepsOriginals) return;
  const { workspaceId } = scope;
  await scope.run((db) =>
    db.feedbackOriginal.createMany({
      data: redacted.map(({ feedbackId, input: { title = null, text } }) => {
        const original: FeedbackOriginal = { title, text };
        const sealed = seal(masterKey(), placeOf(workspaceId, feedbackId), JSON.stringify(original));
        return { workspaceId, feedbackId, sealed: Uint8Array.from(sealed) };
      }),
    }),
  );
}

/** Whether the original of a statement is kept: all that a screen may know without asking for it. */
export async function hasOriginal(scope: Scope, feedbackId: string): Promise<boolean> {
  const { workspaceId } = scope;
  return (await scope.run((db) => db.feedbackOriginal.count({ where: { workspaceId, feedbackId } }))) > 0;
}

/**
 * The original of a redacted statement, in clear. Each reading is written in the audit trail.
 * @throws ExpectedError 'denied' without the permission, 'not_found' where none is kept, 'unavailable' when it was kept
 * under another SETTINGS_KEY.
 */
export async function readOriginal(scope: Scope, feedbackId: string): Promise<FeedbackOriginal> {
  requirePermission(scope, 'feedback.read_original');
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const row = await db.feedbackOriginal.findUnique({
      where: { workspaceId_feedbackId: { workspaceId, feedbackId } },
    });
    if (!row) throw notFound('original');
    const json = unseal(masterKey(), placeOf(workspaceId, feedbackId), row.sealed);
    if (json === null) {
      throw new ExpectedError(
        'unavailable',
        'The original cannot be read: it was kept under another SETTINGS_KEY.',
      );
    }
    await recordAudit(inner, {
      action: 'feedback.original_read',
      subjectKind: 'feedback',
      subjectId: feedbackId,
    });
    return originalSchema.parse(JSON.parse(json));
  });
}

const masterKey = (): Buffer => Buffer.from(env().SETTINGS_KEY, 'base64');
const placeOf = (workspaceId: string, feedbackId: string): SealContext => ({
  workspaceId,
  key: `feedback:${feedbackId}`,
});
