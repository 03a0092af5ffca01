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

/** The lists behind a hold-out comparison, by the name each has in an address. */
export const holdOutParts = ['first', 'others'] as const;
export type HoldOutPart = (typeof holdOutParts)[number];

/** The address of the account-months behind a count of it: `/w/acme/issues/…/hold-out?part=first&side=before`. */
export function holdOutHref(
  issueHref: string,
  part: HoldOutPart,
  {
    side,
    complaining = false,
    page = 1,
  }: { side?: 'before' | 'after' | undefined; complaining?: boolean; page?: number } = {},
): string {
  const query = new URLSearchParams({ part });
  if (side) query.set('side', side);
  if (complaining) query.set('complaining', '1');
  if (page > 1) query.set('page', String(page));
  return `${issueHref}/hold-out?${query}`;
}
