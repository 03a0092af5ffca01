import type { EpochDay } from '@/lib/impact/months';

/** ARR from a day on, in integer minor units of the workspace's currency; null where its own currency has no rate. */
export interface ArrRecord {
  fromDay: EpochDay;
  arrCents: number | null;
}

/**
 * Revenue bands, each a power of ten wide; the upper bound is exclusive and in minor units (cents): below 100,000 cents is
 * `under-1k`. Fixed, so that an account's band never depends on other accounts and SQL can repeat it.
 */
export const REVENUE_BANDS = [
  { name: 'under-1k', belowCents: 100_000 },
  { name: '1k-10k', belowCents: 1_000_000 },
  { name: '10k-100k', belowCents: 10_000_000 },
  { name: '100k-1m', belowCents: 100_000_000 },
  { name: 'over-1m', belowCents: Number.POSITIVE_INFINITY },
] as const;

/** `unknown` where no ARR is recorded yet, or in a currency without a rate; an ARR of 0 is `under-1k`. */
export type RevenueBand = (typeof REVENUE_BANDS)[number]['name'] | 'unknown';

/** All bands; the panel holds positions in this list. */
export const REVENUE_BAND_NAMES: readonly RevenueBand[] = [
  ...REVENUE_BANDS.map(({ name }) => name),
  'unknown',
];

/** The band of an ARR in minor units; null is unknown. */
export function revenueBandOf(arrCents: number | null): RevenueBand {
  if (arrCents === null) return 'unknown';
  return REVENUE_BANDS.find((band) => arrCents < band.belowCents)?.name ?? 'unknown';
}

/**
 * The ARR in force on a day: the record with the latest `fromDay` not after it. Null before the first record, and where
 * that record's amount is not known: the one before it has ended.
 * @param history ascending by `fromDay`; of several records of one day the last counts
 */
export function findArrCents(history: readonly ArrRecord[], day: EpochDay): number | null {
  return history.findLast((record) => record.fromDay <= day)?.arrCents ?? null;
}
