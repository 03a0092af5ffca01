import type { IncomingMessage, ServerResponse } from 'node:http';
import { networkAddress } from '@/lib/auth/network-address';
import { ExpectedError, invalid } from '@/lib/core/errors';
import { publicMessage } from '@/lib/http/public-message';
import { limitRate, TooManyRequests } from '@/lib/http/rate-limit';
import { receiveAnswers } from '@/lib/surveys/receive-answers';
import { ANSWERS_PER_MINUTE, answersRequestSchema } from '@/lib/surveys/widget-requests';

/** Thirty long texts in a script of three bytes a letter: refused, they would be lost. */
const MOST_BODY_BYTES = 1024 * 1024;
/** As for other routes that are open to everybody: where no address is known, one limit is for all. */
const TIMES_FOR_ALL = 30;
const ADDRESS = /^\/api\/widget\/([\w-]{1,100})\/answers$/;

/** The site whose page sends answers, or null where a request is about something else. */
export function siteOf({ method, url }: IncomingMessage): string | null {
  return method === 'POST' ? (ADDRESS.exec(url ?? '')?.[1] ?? null) : null;
}

/** Takes answers without the rest of the web server: the one path that a whole crowd may take in the same minute. */
export async function serveAnswers(
  site: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  response.setHeader('access-control-allow-origin', '*');
  try {
    const address = networkAddress(request.headers['x-forwarded-for']);
    limitRate(
      `${address ?? 'all'} ${site}`,
      address ? ANSWERS_PER_MINUTE : ANSWERS_PER_MINUTE * TIMES_FOR_ALL,
    );
    const body = parse(await readBody(request));
    const outcome = await receiveAnswers(site, body);
    reply(response, 200, 'application/json', { outcome });
  } catch (error) {
    const status = error instanceof ExpectedError ? error.status : 500;
    if (error instanceof TooManyRequests) response.setHeader('retry-after', error.retryAfterSeconds);
    reply(response, status, 'application/problem+json', { status, detail: publicMessage(error) });
  }
}

function reply(response: ServerResponse, status: number, type: string, body: object): void {
  response.statusCode = status;
  response.setHeader('content-type', type);
  response.end(JSON.stringify(body));
}

function parse(text: string) {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw invalid('The body is not JSON.');
  }
  const result = answersRequestSchema.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw invalid(`${issue?.path.join('.') || 'The request'}: ${issue?.message ?? 'does not fit'}`);
}

function readBody(request: IncomingMessage): Promise<string> {
  return new Promise((resolve, reject) => {
    const pieces: Buffer[] = [];
    let bytes = 0;
    request.on('data', (piece: Buffer) => {
      bytes += piece.length;
      // What is beyond is read and thrown away, for then the answer reaches who sent it.
      if (bytes <= MOST_BODY_BYTES) pieces.push(piece);
    });
    request.on('end', () =>
      bytes > MOST_BODY_BYTES
        ? reject(invalid('The body is larger than 1 MB.'))
        : resolve(Buffer.concat(pieces).toString('utf8')),
    );
    request.on('error', reject);
  });
}
