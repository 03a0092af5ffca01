import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { isCurrency } from '@/lib/core/money';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { setSetting } from '@/lib/settings/commands';
import { getSetting } from '@/lib/settings/queries';

const MESSAGE = 'Enter a number above zero, such as 1.08, or nothing.';

const rateSchema = z
  .string()
  .trim()
  .refine((text) => text === '' || /^\d{1,9}([.,]\d{1,9})?$/.test(text), MESSAGE)
  .transform((text) => (text === '' ? null : Number(text.replace(',', '.'))))
  .refine((rate) => rate === null || rate > 0, MESSAGE);

/** Rates as a form sends them, by ISO 4217 code; an empty one is none. */
export const currencyRatesSchema = z.record(z.string().refine(isCurrency), rateSchema);

/**
 * Sets what one unit of each currency named is worth in the workspace's own; null takes a rate away, others stay. The
 * ranking runs again, for it weighs revenue.
 */
export async function saveCurrencyRates(
  scope: Scope,
  changes: z.infer<typeof currencyRatesSchema>,
): Promise<void> {
  await scope.run(async (_db, inner) => {
    const from = await getSetting(inner, 'currencyRates');
    const rates = Object.entries<number | null>({ ...from, ...changes });
    const to = Object.fromEntries(rates.flatMap(([code, rate]) => (rate === null ? [] : [[code, rate]])));
    await setSetting(inner, 'currencyRates', to);
    await recordAudit(inner, {
      action: 'setting.currency_rates_changed',
      subjectKind: 'setting',
      subjectId: 'currencyRates',
      details: { from, to },
    });
    await enqueue(inner, 'issues.rank', {});
  });
}
