/** A stand-in for our own site: an address that resolves to another origin than this leads away from it. */
const HERE = 'http://here.invalid';

/**
 * Where to go after signing in: a path on this site, or `/`. Everything that a browser could read as another site
 * (`//host`, `/\host`, `https:`) becomes `/`.
 */
export function parseNextPath(value: string | string[] | undefined): string {
  if (typeof value !== 'string' || !value.startsWith('/') || !URL.canParse(value, HERE)) return '/';
  const url = new URL(value, HERE);
  const path = `${url.pathname}${url.search}${url.hash}`;
  // Resolving `/.//host` gives the path `//host`, which a browser would read as another site.
  return url.origin === HERE && !path.startsWith('//') ? path : '/';
}
