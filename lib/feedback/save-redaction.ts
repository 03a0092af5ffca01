import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { setSetting } from '@/lib/settings/commands';
import { getSetting } from '@/lib/settings/queries';

const MOST_TERMS = 500;
const LONGEST_TERM = 80;

/** The form of Settings, Personal data: allowed terms stand one on a line. */
export const redactionFormSchema = z.object({
  allowedTerms: z
    .string()
    .transform((text) => [
      ...new Set(
        text
          .split(/\r?\n/)
          .map((line) => line.trim().replace(/\s+/g, ' '))
          .filter(Boolean),
      ),
    ])
    .pipe(
      z
        .array(
          z
            .string()
            .min(2, 'A term has at least 2 characters.')
            .max(LONGEST_TERM, `A term has at most ${LONGEST_TERM} characters.`),
        )
        .max(MOST_TERMS, `At most ${MOST_TERMS} terms.`),
    ),
  keepsOriginals: z.literal('on').optional().transform(Boolean),
});
export type RedactionForm = z.infer<typeof redactionFormSchema>;

/**
 * Sets what redaction leaves alone from now on, and whether originals are kept. Turning that off deletes those that are
 * there; what is stored already is not redacted anew.
 * @returns how many originals were deleted.
 */
export async function saveRedaction(scope: Scope, settings: RedactionForm): Promise<{ deleted: number }> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const before = await getSetting(inner, 'redaction');
    await setSetting(inner, 'redaction', settings);
    const { count: deleted } = settings.keepsOriginals
      ? { count: 0 }
      : await db.feedbackOriginal.deleteMany({ where: { workspaceId } });
    await recordAudit(inner, {
      action: 'setting.redaction_changed',
      subjectKind: 'setting',
      subjectId: 'redaction',
      details: {
        from: { allowedTerms: before.allowedTerms.length, keepsOriginals: before.keepsOriginals },
        to: { allowedTerms: settings.allowedTerms.length, keepsOriginals: settings.keepsOriginals },
        originalsDeleted: deleted,
      },
    });
    return { deleted };
  });
}
