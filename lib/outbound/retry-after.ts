/**
 * Seconds that an answer asks us to wait (RFC 9110, section 10.2.3: seconds, or a date), at least 1 and at most `mostSeconds`;
 * null where it does not say.
 */
export function parseRetryAfter(
  header: string | undefined,
  { now = new Date(), mostSeconds = 3600 }: { now?: Date; mostSeconds?: number } = {},
): number | null {
  if (!header) return null;
  const seconds = /^\d+$/.test(header.trim())
    ? Number(header)
    : (new Date(header).getTime() - now.getTime()) / 1000;
  return Number.isFinite(seconds) ? Math.min(mostSeconds, Math.max(1, Math.ceil(seconds))) : null;
}
