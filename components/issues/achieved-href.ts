import { z } from 'zod';

/** Parts of the fixes, by the name each has in an address. */
export const fixParts = z.enum(['all', 'measured', 'fell', 'points']);
export type FixPart = z.infer<typeof fixParts>;

/** The address of the fixes behind a figure: `/w/acme/issues/achieved?show=fell#fixes`. */
export function achievedHref(issuesHref: string, show: FixPart = 'all'): string {
  return `${issuesHref}/achieved${show === 'all' ? '' : `?show=${show}`}#fixes`;
}

/** The address of the accounts that ARR at risk was taken away from, by all fixes or by one. */
export function moneyPartsHref(
  issuesHref: string,
  { fix, page = 1 }: { fix?: string | undefined; page?: number } = {},
): string {
  const query = new URLSearchParams();
  if (fix) query.set('fix', fix);
  if (page > 1) query.set('page', String(page));
  return `${issuesHref}/achieved/accounts${query.size > 0 ? `?${query}` : ''}`;
}
