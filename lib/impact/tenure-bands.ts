import type { EpochDay } from '@/lib/impact/months';

/** Three months, in days, so that SQL can repeat it exactly. */
export const THREE_MONTHS_DAYS = 91;
/** Twelve months, in days. */
export const TWELVE_MONTHS_DAYS = 365;

/** How long an account has been a customer: months since it started, the upper bound exclusive. */
export const TENURE_BANDS = ['0-3', '3-12', '12+', 'unknown'] as const;
export type TenureBand = (typeof TENURE_BANDS)[number];

/** The band of an account that started on `startedDay` (null: unknown), as of `day`. */
export function tenureBandOf(startedDay: EpochDay | null, day: EpochDay): TenureBand {
  if (startedDay === null) return 'unknown';
  const days = day - startedDay;
  if (days < THREE_MONTHS_DAYS) return '0-3';
  return days < TWELVE_MONTHS_DAYS ? '3-12' : '12+';
}
