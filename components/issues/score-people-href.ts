/** The address of the people behind an issue's effect on NPS; on request those of them who complain of it. */
export function scorePeopleHref(issueHref: string, { complaining = false, page = 1 } = {}): string {
  const query = new URLSearchParams();
  if (complaining) query.set('complaining', '1');
  if (page > 1) query.set('page', String(page));
  return `${issueHref}/people${query.size > 0 ? `?${query}` : ''}`;
}
