import type { CurrencyRates } from '@/lib/impact/load-ranking-input';
import type { PanelSpec } from '@/lib/impact/panel-sql';
import type { ImpactRun } from '@/lib/impact/queries';
import type { RecordFilter } from '@/lib/impact/record-filter';

/** The panel that a run's churn figures were counted in, on the rows as they are now. A run computed for a filter needs it. */
export function panelSpecOf(
  { parameters, totals }: Pick<ImpactRun, 'parameters' | 'totals'>,
  rates: CurrencyRates,
  filter: RecordFilter = {},
): PanelSpec {
  const { windowDays, lagDays, coverage, strataField } = parameters;
  return { windowDays, lagDays, coverage, strataField, currency: totals.currency, rates, filter };
}
