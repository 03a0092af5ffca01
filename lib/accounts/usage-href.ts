import type { UsageFilter } from '@/lib/accounts/find-usage-events';

const MS_PER_DAY = 86_400_000;

/** The address of the list of recorded use. */
export function usageHref(
  workspaceSlug: string,
  { accountId, contactId, from, to }: UsageFilter,
  page = 1,
): string {
  const query = new URLSearchParams({
    ...(accountId && { account: accountId }),
    ...(contactId && { contact: contactId }),
    ...(from && { from }),
    ...(to && { to }),
    ...(page > 1 && { page: String(page) }),
  });
  return `/w/${workspaceSlug}/usage?${query}`;
}

/** Monday and Sunday of the UTC week that a moment is in. */
export function weekOf(at: Date): { from: string; to: string } {
  const day = Math.floor(at.getTime() / MS_PER_DAY);
  // The first of January 1970 was a Thursday, three days after a Monday.
  const monday = day - ((((day + 3) % 7) + 7) % 7);
  return { from: isoDay(monday), to: isoDay(monday + 6) };
}

function isoDay(day: number): string {
  return new Date(day * MS_PER_DAY).toISOString().slice(0, 10);
}
