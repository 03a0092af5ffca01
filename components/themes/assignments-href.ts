import type { AssignmentFilter } from '@/lib/annotations/find-assignments';

/** The address of the assignments behind a number: `/w/acme/themes/assignments?of=unsure&from=…`. */
export function assignmentsHref(workspaceSlug: string, { of, from, to }: AssignmentFilter, page = 1): string {
  const query = new URLSearchParams({ of, ...(from && { from }), ...(to && { to }) });
  if (page > 1) query.set('page', String(page));
  return `/w/${workspaceSlug}/themes/assignments?${query}`;
}
