/** The header in which our own web server hands on the address that was asked for: Next.js tells it to no layout. */
export const ADDRESS_HEADER = 'x-asked-address';

/** The header in which our own web server hands on who is at the other end of the connection: a person, or a proxy. */
export const PEER_HEADER = 'x-connection-peer';

/** Path and query as a person would copy them; what Next.js adds when it fetches a part of a page is left out. */
export function askedAddress(url: string): string {
  const [path = '', query = ''] = url.split('?', 2);
  const kept = query.split('&').filter((field) => field !== '' && !field.startsWith('_rsc='));
  return kept.length > 0 ? `${path}?${kept.join('&')}` : path;
}

/**
 * Where in a workspace somebody wanted to go, for after sign-in: the address asked for, or the workspace where it is not
 * known (`next dev`) or lies elsewhere.
 */
export function placeInWorkspace(workspaceSlug: string, asked: string | null): string {
  const home = `/w/${workspaceSlug}`;
  return asked === home || asked?.startsWith(`${home}/`) || asked?.startsWith(`${home}?`) ? asked : home;
}
