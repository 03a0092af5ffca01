/**
 * Values rounded to `digits` decimals so that they add up to `total`, rounded likewise, on the screen as well (largest
 * remainder): each is the next number above or below, and those cut off most are the ones rounded up. Of equal ones the first.
 * @param total what they add up to; their own sum where not given
 */
export function roundToSum(
  values: readonly number[],
  digits: number,
  total = values.reduce((sum, value) => sum + value, 0),
): number[] {
  const scale = 10 ** digits;
  const units = values.map((value) => Math.floor(toUnits(value, scale)));
  const byRemainder = values
    .map((value, index) => ({ index, remainder: toUnits(value, scale) - (units[index] ?? 0) }))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  const missing = Math.round(roundTo(total, digits) * scale) - units.reduce((sum, unit) => sum + unit, 0);
  const order = missing < 0 ? byRemainder.toReversed() : byRemainder;
  for (let step = 0; step < Math.abs(missing) && order.length > 0; step++) {
    const index = order[step % order.length]?.index ?? 0;
    units[index] = (units[index] ?? 0) + Math.sign(missing);
  }
  // Adding 0 makes −0 a plain 0.
  return units.map((unit) => unit / scale + 0);
}

/** A number as it is shown with so many decimals. */
export function roundTo(value: number, digits: number): number {
  return Number(value.toFixed(digits)) + 0;
}

/** In units of the last digit shown; what floating point added or lost beyond nine digits is no remainder. */
function toUnits(value: number, scale: number): number {
  return Number((value * scale).toFixed(9));
}
