import { computePoissonRateRatio } from '@/lib/stats/poisson-rate-ratio';

/** How a share of comments changed between two periods. */
export interface ShareChange {
  /** Share after / share before; null when there was none before. */
  ratio: number | null;
  /** 95 %; a null `high` means unbounded. */
  interval: { low: number; high: number | null };
  pValue: number;
  /** 0..1 */
  shareBefore: number;
  /** Comments of the earlier period that the share is of. */
  commentsBefore: number;
}

/** Comments that an earlier period must have before anything is called a change from it. */
export const FEWEST_COMMENTS_BEFORE = 20;

interface Part {
  count: number;
  of: number;
}

/**
 * Compares two shares as rates (mentions per comment), with the exact conditional test of two Poisson rates: a little
 * cautious where a share is large. Null when a period has no comments or nobody mentions it in either.
 */
export function compareShares(after: Part, before: Part): ShareChange | null {
  if (after.count + before.count === 0) return null;
  const rates = computePoissonRateRatio({
    countBefore: after.count,
    exposureBefore: after.of,
    countAfter: before.count,
    exposureAfter: before.of,
  });
  return (
    rates && {
      ratio: rates.rateRatioBeforeOverAfter,
      interval: rates.interval,
      pValue: rates.pValue,
      shareBefore: before.count / before.of,
      commentsBefore: before.of,
    }
  );
}
