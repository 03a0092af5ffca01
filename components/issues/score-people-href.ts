import type { DrivenMetric } from '@/lib/stats/answer-value';

/** The address of the people behind an issue's effect on a score, or behind that of a sub-theme; on request those of them who complain of it. */
export function scorePeopleHref(
  issueHref: string,
  {
    metric = 'nps',
    part,
    complaining = false,
    page = 1,
  }: { metric?: DrivenMetric; part?: string | undefined; complaining?: boolean; page?: number } = {},
): string {
  const query = new URLSearchParams();
  if (metric !== 'nps') query.set('metric', metric);
  if (part) query.set('part', part);
  if (complaining) query.set('complaining', '1');
  if (page > 1) query.set('page', String(page));
  return `${issueHref}/people${query.size > 0 ? `?${query}` : ''}`;
}
