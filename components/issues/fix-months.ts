import { z } from 'zod';

/** Which account-months, as it stands in an address: a side of the fix, or the first day of a month. */
export const fixMonthsOf = z.union([z.enum(['before', 'after']), z.iso.date()]);
export type FixMonthsOf = z.infer<typeof fixMonthsOf>;

/** The address of the account-months behind a count of a fix's effect: `/w/acme/issues/…/effect?of=before`. */
export function fixMonthsHref(
  issueHref: string,
  of: FixMonthsOf,
  { complaining = false, page = 1 } = {},
): string {
  const query = new URLSearchParams({ of });
  if (complaining) query.set('complaining', '1');
  if (page > 1) query.set('page', String(page));
  return `${issueHref}/effect?${query}`;
}
