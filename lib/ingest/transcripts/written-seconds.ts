/** A time as JSON has it, a number or the digits of one; null for anything else, and for what is before the beginning. */
export function readSeconds(written: unknown): number | null {
  const isWritten = typeof written === 'number' || (typeof written === 'string' && written.trim() !== '');
  const seconds = isWritten ? Number(written) : Number.NaN;
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : null;
}
