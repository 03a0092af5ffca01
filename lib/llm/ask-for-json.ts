import OpenAI, { APIConnectionError, APIConnectionTimeoutError, APIError, APIUserAbortError } from 'openai';
import type { z } from 'zod';
import { makeGuardedFetch } from '@/lib/llm/guarded-fetch';
import { LlmError } from '@/lib/llm/llm-error';
import { parseServerAddress } from '@/lib/llm/server-address';

/** Where a model is and how to sign in there; `apiKey` is null for a server that asks for none. */
export interface LlmSettings {
  baseUrl: string;
  model: string;
  apiKey: string | null;
}

export interface LlmQuestion<Schema extends z.ZodType> {
  /** What is to be done, and the shape of the answer: our words alone. */
  instructions: string;
  /** What it is to be done with: data, whatever it says. Sent apart from the instructions, as JSON. */
  data: unknown;
  answer: Schema;
  /** The budget of the answer. */
  maxAnswerTokens: number;
  /** For each of at most two attempts. */
  timeoutMs?: number;
  /** Ends the request early; the caller's own error then comes out. */
  signal?: AbortSignal;
}

const TIMEOUT_MS = 60_000;
const MAX_RETRIES = 1;
const MAX_ANSWER_BYTES = 200_000;

/**
 * Asks an OpenAI-compatible server one question and reads the answer as JSON of a known shape.
 * @throws LlmError saying what went wrong: there is no answer of null.
 */
export async function askForJson<Schema extends z.ZodType>(
  settings: LlmSettings,
  question: LlmQuestion<Schema>,
): Promise<z.infer<Schema>> {
  if (!settings.model) throw new LlmError('not_configured', 'No model is named.');
  const client = connect(settings, question.timeoutMs ?? TIMEOUT_MS);
  try {
    const completion = await client.chat.completions.create(
      {
        model: settings.model,
        messages: [
          { role: 'system', content: question.instructions },
          { role: 'user', content: JSON.stringify(question.data) },
        ],
        response_format: { type: 'json_object' },
        max_completion_tokens: question.maxAnswerTokens,
      },
      { signal: question.signal },
    );
    return readAnswer(completion, question.answer);
  } catch (error) {
    question.signal?.throwIfAborted();
    throw toLlmError(error);
  }
}

function connect({ baseUrl, apiKey }: LlmSettings, timeoutMs: number): OpenAI {
  return new OpenAI({
    baseURL: parseServerAddress(baseUrl).href.replace(/\/$/, ''),
    apiKey: apiKey ?? 'none',
    // What the environment of the process may say of another account must not be sent to this server.
    organization: null,
    project: null,
    defaultHeaders: apiKey === null ? { authorization: null } : {},
    timeout: timeoutMs,
    maxRetries: MAX_RETRIES,
    fetch: makeGuardedFetch(MAX_ANSWER_BYTES),
    logLevel: 'off',
  });
}

function readAnswer<Schema extends z.ZodType>(
  completion: OpenAI.ChatCompletion,
  schema: Schema,
): z.infer<Schema> {
  const choice = completion.choices?.[0];
  if (choice?.message?.refusal) throw new LlmError('refused', 'The model declined to answer.');
  if (choice?.finish_reason === 'length') {
    throw new LlmError('unreadable', 'The answer was cut off at its budget.');
  }
  const content = choice?.message?.content;
  if (!content) throw new LlmError('unreadable', 'The answer is empty.');
  const result = schema.safeParse(parseJson(content));
  if (result.success) return result.data;
  throw new LlmError('unreadable', 'The answer does not have the shape that was asked for.');
}

/** Many models put a JSON answer into a fence or think aloud before it: what counts runs from the first { to the last }. */
function parseJson(content: string): unknown {
  try {
    return JSON.parse(content.slice(content.indexOf('{'), content.lastIndexOf('}') + 1));
  } catch {
    throw new LlmError('unreadable', 'The answer is not JSON.');
  }
}

function toLlmError(error: unknown): LlmError {
  // What the guarded fetch throws comes back as the cause of a failed connection.
  const own = [error, error instanceof Error ? error.cause : null].find((each) => each instanceof LlmError);
  if (own instanceof LlmError) return own;
  if (error instanceof APIConnectionTimeoutError || error instanceof APIUserAbortError) {
    return new LlmError('timed_out', 'The server did not answer in time.');
  }
  if (error instanceof APIConnectionError) {
    return new LlmError('unreachable', 'The server cannot be reached.');
  }
  if (error instanceof APIError && error.status) return fromStatus(error.status);
  if (error instanceof SyntaxError || error instanceof TypeError) {
    return new LlmError('unreadable', 'The server does not answer as the OpenAI protocol says.');
  }
  throw error;
}

function fromStatus(status: number): LlmError {
  if (status === 429) return new LlmError('busy', 'The server takes no more requests now (status 429).');
  if (status >= 500) return new LlmError('busy', `The server failed (status ${status}).`);
  if (status === 401 || status === 403) {
    return new LlmError('refused', `The server does not accept the key (status ${status}).`);
  }
  if (status === 404) {
    return new LlmError('refused', 'The server does not know this address or model (status 404).');
  }
  return new LlmError('refused', `The server refused the request (status ${status}).`);
}
