import { LlmError } from '@/lib/llm/llm-error';

/**
 * A fetch for one server: it follows no redirect (which could lead anywhere, with the key), reads no more than
 * `maxBytes`, and hands on nothing of the headers but the type, so that a server cannot prescribe how long we wait.
 */
export function makeGuardedFetch(maxBytes: number): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, { ...init, redirect: 'manual' });
    if (response.status >= 300 && response.status < 400) {
      await response.body?.cancel();
      throw new LlmError(
        'refused',
        `The server sent the request elsewhere (status ${response.status}), and redirects are not followed.`,
      );
    }
    const body = await readAtMost(response, maxBytes);
    const type = response.headers.get('content-type') ?? 'application/json';
    return new Response(body, { status: response.status, headers: { 'content-type': type } });
  };
}

async function readAtMost(response: Response, maxBytes: number): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const next = await reader?.read();
    if (!next || next.done) return Buffer.concat(parts).toString('utf8');
    size += next.value.byteLength;
    if (size > maxBytes) {
      await reader?.cancel();
      throw new LlmError('unreadable', `The answer is longer than ${maxBytes / 1000} kB.`);
    }
    parts.push(next.value);
  }
}
