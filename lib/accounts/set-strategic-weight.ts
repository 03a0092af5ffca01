import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

const WORDS = 'Enter a number from 0 to 10, such as 1 or 2.5.';

export const strategicWeightSchema = z.object({
  accountId: z.uuid(),
  /** How much the account's ARR counts for the impact of an issue; 1 is as it is. */
  weight: z
    .string()
    .trim()
    .regex(/^\d{1,2}([.,]\d+)?$/, WORDS)
    .transform((text) => Number(text.replace(',', '.')))
    .pipe(z.number().max(10, WORDS)),
});

/**
 * Sets how much an account counts, and has the issues ranked anew. The same weight again changes nothing.
 * @throws ExpectedError 'not_found' where the workspace has no such account.
 */
export async function setStrategicWeight(
  scope: Scope,
  { accountId, weight }: z.output<typeof strategicWeightSchema>,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const [before] = await db.$queryRaw<{ weight: number }[]>`
      SELECT strategic_weight AS weight FROM accounts
      WHERE workspace_id = ${workspaceId}::uuid AND id = ${accountId}::uuid FOR UPDATE`;
    if (!before) throw notFound('account');
    if (before.weight === weight) return;
    await db.account.update({
      where: { workspaceId_id: { workspaceId, id: accountId } },
      data: { strategicWeight: weight },
    });
    await recordAudit(inner, {
      action: 'account.weight_changed',
      subjectKind: 'account',
      subjectId: accountId,
      details: { from: before.weight, to: weight },
    });
    await enqueue(inner, 'issues.rank', {});
  });
}
