import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import type { Scope } from '@/lib/db/scope';
import { setSetting } from '@/lib/settings/commands';
import { getSetting } from '@/lib/settings/queries';

const WORDS = 'Enter a number such as 12 or 7.5, or leave it empty.';
const amount = (most: number) =>
  z
    .string()
    .trim()
    .regex(/^(\d{1,6}([.,]\d+)?)?$/, WORDS)
    .transform((text) => (text === '' ? null : Number(text.replace(',', '.'))))
    .pipe(z.number().max(most, `At most ${most}.`).nullable());

/** What a case takes, as a form sends it; empty where nobody knows. */
export const costToServeSchema = z.object({ minutesPerCase: amount(10_000), hourlyCost: amount(100_000) });

/** Sets what it costs to answer a ticket, call or chat. The same again changes nothing. */
export async function saveCostToServe(scope: Scope, to: z.output<typeof costToServeSchema>): Promise<void> {
  await scope.run(async (_db, inner) => {
    const from = await getSetting(inner, 'costToServe');
    if (from.minutesPerCase === to.minutesPerCase && from.hourlyCost === to.hourlyCost) return;
    await setSetting(inner, 'costToServe', to);
    await recordAudit(inner, {
      action: 'setting.cost_to_serve_changed',
      subjectKind: 'setting',
      subjectId: 'costToServe',
      details: { from, to },
    });
  });
}
