import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { setSetting } from '@/lib/settings/commands';
import { getSetting } from '@/lib/settings/queries';
import { exposureLags, exposureWindows, keptPercents } from '@/lib/settings/schema';

const numberOf = z
  .string('Choose one of the list.')
  .regex(/^\d{1,3}$/, 'Choose one of the list.')
  .transform(Number);

/** Window, lag and coarsening as a form sends them. */
export const churnComparisonSchema = z.object({
  windowDays: numberOf.pipe(z.literal(exposureWindows, 'Choose one of the list.')),
  lagDays: numberOf.pipe(z.literal(exposureLags, 'Choose one of the list.')),
  keptPercent: numberOf.pipe(z.literal(keptPercents, 'Choose one of the list.')).default(80),
  strataField: z.string().trim().max(200).default(''),
});
export type ChurnComparison = z.infer<typeof churnComparisonSchema>;

/** Sets which complaints the months of accounts are compared by; the ranking, which rests on it, runs again. */
export async function saveChurnComparison(scope: Scope, to: ChurnComparison): Promise<void> {
  await scope.run(async (_db, inner) => {
    const from = await getSetting(inner, 'churnComparison');
    const isSame = (Object.keys(to) as (keyof ChurnComparison)[]).every((key) => from[key] === to[key]);
    if (isSame) return;
    await setSetting(inner, 'churnComparison', to);
    await recordAudit(inner, {
      action: 'setting.churn_comparison_changed',
      subjectKind: 'setting',
      subjectId: 'churnComparison',
      details: { from, to },
    });
    await enqueue(inner, 'issues.rank', {});
  });
}
