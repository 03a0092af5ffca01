import type { z } from 'zod';
import { ApiError } from '@/lib/outbound/api-error';
import { OutboundError } from '@/lib/outbound/outbound-error';
import { parseRetryAfter } from '@/lib/outbound/retry-after';
import type { OutboundRequest, OutboundResponse, Send } from '@/lib/outbound/send-request';

interface ApiCall<Schema extends z.ZodType> {
  /** The system by its name, for messages. */
  system: string;
  request: Omit<OutboundRequest, 'body'> & { json?: unknown; form?: Readonly<Record<string, string>> };
  answer: Schema;
  /** What the system itself says is wrong, out of an answer that says no; null where it says nothing we know to read. */
  readProblem: (body: unknown) => string | null;
  /** Whether an answer that says no means "too often". */
  isLimit?: (response: OutboundResponse) => boolean;
}

const MOST_PROBLEM_CHARACTERS = 300;

/** Asks a system's API and reads the answer. @throws ApiError for everything else than an answer of the right shape. */
export async function callApi<Schema extends z.ZodType>(
  send: Send,
  { system, request: { json, form, ...request }, answer, readProblem, isLimit }: ApiCall<Schema>,
): Promise<z.infer<Schema>> {
  const response = await reach(send, system, {
    ...request,
    headers: {
      accept: 'application/json',
      ...(json === undefined ? {} : { 'content-type': 'application/json' }),
      ...(form === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded' }),
      ...request.headers,
    },
    ...(json === undefined ? {} : { body: JSON.stringify(json) }),
    ...(form === undefined ? {} : { body: new URLSearchParams(form).toString() }),
  });
  const { status } = response;
  const retryAfter = parseRetryAfter(response.headers['retry-after']);
  if (status === 429 || isLimit?.(response)) {
    throw new ApiError('busy', `${system} takes no more requests for now (status ${status}).`, retryAfter);
  }
  if (status >= 500) throw new ApiError('busy', `${system} failed (status ${status}).`, retryAfter);
  const body = parseJson(response.text);
  if (status === 401) {
    throw new ApiError(
      'refused',
      `${system} does not accept the token (status 401). Enter a new one in the settings.`,
    );
  }
  if (status < 200 || status >= 300) {
    const said = readProblem(body)?.slice(0, MOST_PROBLEM_CHARACTERS);
    const message = `${system} refused (status ${status})${said ? `: ${said}` : '.'}`;
    throw new ApiError('refused', message, null, status);
  }
  const parsed = answer.safeParse(body);
  if (parsed.success) return parsed.data;
  // Some say no with a status that says yes.
  const said = readProblem(body)?.slice(0, MOST_PROBLEM_CHARACTERS);
  throw new ApiError(
    'refused',
    said ? `${system} refused: ${said}` : `${system} does not answer as its documentation says.`,
  );
}

async function reach(send: Send, system: string, request: OutboundRequest): Promise<OutboundResponse> {
  try {
    return await send(request);
  } catch (error) {
    if (!(error instanceof OutboundError)) throw error;
    throw new ApiError(error.isPassing ? 'busy' : 'refused', `${system}: ${error.message}`);
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
