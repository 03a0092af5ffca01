/** A 95 % interval in the unit of the figure it belongs to; `low <= high`. */
export interface Interval {
  low: number;
  high: number;
}
