import type { MonthIndex } from '@/lib/impact/months';
import type { Panel } from '@/lib/impact/panel';
import { REVENUE_BAND_NAMES, type RevenueBand } from '@/lib/impact/revenue-bands';
import { TENURE_BANDS, type TenureBand } from '@/lib/impact/tenure-bands';

/** One account in one month at risk, as of the first day of the month. */
export interface PanelRow {
  /** Position in `Panel.accountIds`. */
  account: number;
  month: MonthIndex;
  hasChurned: boolean;
  plan: string | null;
  field: string | null;
  revenueBand: RevenueBand;
  tenureBand: TenureBand;
  isRenewalDue: boolean;
  /** Days in the window with a problem mention of any theme. */
  feedbackDays: number;
}

/** The rows of a panel, each as one. */
export function listPanelRows({ rows, plans, fields }: Panel): PanelRow[] {
  return Array.from({ length: rows.length }, (_, row) => ({
    account: rows.account[row] ?? -1,
    month: rows.month[row] ?? Number.NaN,
    hasChurned: rows.hasChurned[row] === 1,
    plan: plans[rows.plan[row] ?? -1] ?? null,
    field: fields[rows.field[row] ?? -1] ?? null,
    revenueBand: REVENUE_BAND_NAMES[rows.revenueBand[row] ?? -1] ?? 'unknown',
    tenureBand: TENURE_BANDS[rows.tenureBand[row] ?? -1] ?? 'unknown',
    isRenewalDue: rows.isRenewalDue[row] === 1,
    feedbackDays: rows.feedbackDays[row] ?? Number.NaN,
  }));
}

/** The rows exposed to a theme and the days of each, each as one. */
export function listExposures({ exposures }: Panel, themeId: string): { row: number; days: number }[] {
  const own = exposures.get(themeId);
  return Array.from(own?.rows ?? [], (row, place) => ({ row, days: own?.days[place] ?? Number.NaN }));
}
