/** For scripts in other people's pages. No cookie goes with such a request, and its key is public by habit. */
export const crossOriginHeaders = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'POST, OPTIONS',
  'access-control-allow-headers': 'authorization, content-type, content-encoding, idempotency-key',
  'access-control-max-age': '86400',
};

/** What a browser asks before it sends a request with headers of its own to another origin. */
export function answerPreflight(): Response {
  return new Response(null, { status: 204, headers: crossOriginHeaders });
}
