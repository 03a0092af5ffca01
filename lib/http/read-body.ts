import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { ExpectedError } from '@/lib/core/errors';
import { parseExactJson } from '@/lib/core/exact-json';

const unzip = promisify(gunzip);

/**
 * The body as text, never more than `mostBytes` of it in memory; gzip is undone under the same limit.
 * @throws ExpectedError 'too_large', 'malformed'.
 */
export async function readBody(request: Request, mostBytes: number): Promise<string> {
  const bytes = await readBytes(request, mostBytes);
  if (request.headers.get('content-encoding') !== 'gzip') return bytes.toString('utf8');
  try {
    return (await unzip(bytes, { maxOutputLength: mostBytes })).toString('utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE')
      throw tooLarge(mostBytes);
    throw new ExpectedError('malformed', 'The body says that it is gzip and is not.');
  }
}

async function readBytes(request: Request, mostBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength;
    if (size > mostBytes) throw tooLarge(mostBytes);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function tooLarge(mostBytes: number): ExpectedError {
  return new ExpectedError(
    'too_large',
    `The body is larger than ${mostBytes / 1_000_000} MB. Send its items in several requests.`,
  );
}

/** @throws ExpectedError 'malformed' saying where. */
export function parseJson(text: string): unknown {
  try {
    return parseExactJson(text);
  } catch (error) {
    // Node quotes the text around the fault, which may be what a customer said: only the place is told.
    const place = /position \d+(?: \(line \d+ column \d+\))?/.exec(
      error instanceof Error ? error.message : '',
    )?.[0];
    throw new ExpectedError('malformed', `The body is not JSON${place ? `: see ${place}` : ''}.`);
  }
}
