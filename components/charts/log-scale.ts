/** A logarithmic scale: `position` gives 0..1 for a value between its ends (clipped), `ticks` are round and in order. */
export type LogScale = { position: (value: number) => number; ticks: number[]; low: number; high: number };

/**
 * A scale of powers of two for ratios, wide enough for all positive finite values and for the reference 1, and never
 * narrower than ½ to 2 so that small effects look small. `limit` keeps one wild interval from flattening the rest.
 */
export function makeLogScale(values: number[], limit = 64): LogScale {
  const usable = values.filter((value) => value > 0 && Number.isFinite(value));
  const lowest = Math.max(Math.min(0.5, ...usable), 1 / limit);
  const highest = Math.min(Math.max(2, ...usable), limit);
  const from = Math.floor(Math.log2(lowest));
  const to = Math.ceil(Math.log2(highest));
  const stride = Math.max(1, Math.ceil((to - from) / 6));
  const exponents = Array.from({ length: to - from + 1 }, (_, index) => from + index);
  return {
    low: 2 ** from,
    high: 2 ** to,
    ticks: exponents.filter((exponent) => exponent % stride === 0).map((exponent) => 2 ** exponent),
    position: (value) => {
      if (value <= 0) return 0;
      return Math.min(1, Math.max(0, (Math.log2(value) - from) / (to - from)));
    },
  };
}
