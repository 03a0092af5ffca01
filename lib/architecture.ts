/**
 * The floors of the house, from the ground up. An import goes to its own room or to a lower floor; rooms on one floor are
 * strangers. Order matters, names are folders of `lib` unless they say otherwise.
 */
export const floors: readonly (readonly string[])[] = [
  ['core', 'widget'],
  ['db', 'nlp', 'stats'],
  ['audit', 'settings', 'jobs', 'llm'],
  ['auth'],
  ['http', 'outbound'],
  ['accounts', 'workspaces'],
  ['feedback'],
  ['responses'],
  ['themes', 'surveys', 'ingest'],
  ['annotations'],
  ['health'],
  ['impact', 'quality'],
  ['issues'],
  ['alerts', 'reports', 'exports', 'privacy'],
  ['api'],
  ['components'],
  ['app', 'worker', 'web', 'cli', 'sample'],
];

/** Pages and routes that are no screen of a workspace and say so: they need no wrapper that asks for a membership. */
export const withoutWrapper: readonly string[] = ['app/api/auth/[...nextauth]/route.ts'];

/** Files allowed to be longer than {@link longestFile}. This list may only shrink. */
export const longFiles: readonly string[] = [];

export const longestFile = 300;

/** Who may issue a scope: the right to work in a workspace. */
export const scopeIssuers: readonly string[] = ['lib/auth/', 'lib/worker/', 'lib/db/testing/', 'prisma/'];

/** Who may read users and sign-in attempts, which belong to no workspace. */
export const identityReaders: readonly string[] = ['lib/auth/', 'lib/workspaces/', 'lib/db/', 'prisma/'];

/** The room of a file, or null where the rules do not reach (tests' helpers, configuration, scripts). */
export function roomOf(file: string): string | null {
  const [top, second] = file.split('/');
  if (top === 'lib') return file.split('/').length > 2 ? (second ?? null) : null;
  if (top === 'prisma') return 'sample';
  return top === 'app' || top === 'components' ? top : null;
}

/** Whether a room may import another. */
export function mayImport(from: string, to: string): boolean {
  if (from === to) return true;
  const floorOf = (room: string) => floors.findIndex((floor) => floor.includes(room));
  return floorOf(to) >= 0 && floorOf(to) < floorOf(from);
}
