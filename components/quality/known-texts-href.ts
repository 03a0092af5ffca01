import type { KnownTextFilter } from '@/lib/quality/find-known-texts';

/** The address of the texts behind a count of labels or ratings. */
export function knownTextsHref(
  workspaceSlug: string,
  {
    by,
    onlyRandom = false,
    attempt = null,
    language = null,
  }: Pick<KnownTextFilter, 'by'> & Partial<KnownTextFilter>,
  page = 1,
): string {
  const query = new URLSearchParams({
    by,
    ...(onlyRandom ? { random: '1' } : {}),
    ...(attempt === null ? {} : { attempt: String(attempt) }),
    ...(language === null ? {} : { language }),
    ...(page === 1 ? {} : { page: String(page) }),
  });
  return `/w/${workspaceSlug}/settings/text-engine/texts?${query}`;
}
