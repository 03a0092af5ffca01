/** The address of the people to tell that an issue was fixed; on request those whose e-mail address is known. */
export function complainantsHref(issueHref: string, { withEmail = false, page = 1 } = {}): string {
  const query = new URLSearchParams();
  if (withEmail) query.set('email', '1');
  if (page > 1) query.set('page', String(page));
  return `${issueHref}/complainants${query.size > 0 ? `?${query}` : ''}`;
}
