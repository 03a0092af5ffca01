import { z } from 'zod';
import { explainIssues } from '@/lib/http/field-error';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { ApiError } from '@/lib/outbound/api-error';
import { callApi } from '@/lib/outbound/call-api';
import type { Send } from '@/lib/outbound/send-request';

/** Pages with long texts are large. */
const MOST_BYTES = 30_000_000;

interface Asking {
  headers?: Readonly<Record<string, string>>;
  json?: unknown;
  form?: Readonly<Record<string, string>>;
}

/** Asks one system: `path` below its address, or a whole address of the same server. */
export type Ask = <Schema extends z.ZodType>(
  path: string,
  answer: Schema,
  more?: Asking,
) => Promise<z.infer<Schema>>;

const problemSchema = z.object({
  error: z
    .union([z.string(), z.object({ message: z.string().optional(), title: z.string().optional() })])
    .optional(),
  error_description: z.string().optional(),
  message: z.string().optional(),
  description: z.string().optional(),
  errors: z.array(z.object({ message: z.string().optional(), detail: z.string().optional() })).optional(),
});

/** What these systems say is wrong, in the ways that they say it. */
function readProblem(body: unknown): string | null {
  const parsed = z.union([problemSchema, z.array(problemSchema)]).safeParse(body);
  if (!parsed.success) return null;
  const said = Array.isArray(parsed.data) ? parsed.data[0] : parsed.data;
  if (!said) return null;
  const { error, errors, description, message, error_description: explained } = said;
  const first = errors?.[0];
  const named = typeof error === 'string' ? error : (error?.message ?? error?.title);
  return explained ?? description ?? message ?? first?.detail ?? first?.message ?? named ?? null;
}

/** Binds a system's address and what it knows us by. */
export function makeAsk(
  send: Send,
  {
    system,
    baseUrl,
    headers,
  }: { system: string; baseUrl: string; headers: () => Promise<Record<string, string>> },
): Ask {
  return async (path, answer, { headers: more, json, form } = {}) => {
    const url = /^https?:\/\//.test(path) ? sameServer(system, baseUrl, path) : `${baseUrl}${path}`;
    return callApi(send, {
      system,
      answer,
      readProblem,
      request: {
        url,
        method: json === undefined && form === undefined ? 'GET' : 'POST',
        headers: { ...(await headers()), ...more },
        maxBytes: MOST_BYTES,
        ...(json === undefined ? {} : { json }),
        ...(form === undefined ? {} : { form }),
      },
    });
  };
}

/** What {@link Ask} gives, or null for a thing that was deleted since it was listed, or answers one of `alsoGone`. */
export async function askIfThere<Schema extends z.ZodType>(
  ask: Ask,
  path: string,
  answer: Schema,
  alsoGone: readonly number[] = [],
): Promise<z.infer<Schema> | null> {
  try {
    return await ask(path, answer);
  } catch (error) {
    const status = error instanceof ApiError ? error.status : null;
    if (status !== null && [404, 410, ...alsoGone].includes(status)) return null;
    throw error;
  }
}

/** An address out of an answer is followed only to the server that gave it: our key goes nowhere else. */
function sameServer(system: string, baseUrl: string, url: string): string {
  if (URL.canParse(url) && new URL(url).origin === new URL(baseUrl).origin) return url;
  throw new ApiError('refused', `${system} names a next page on another server. It is not followed.`);
}

/** Reads things one by one: one that does not fit is left out and said, and stops no other. */
export function readItems<Schema extends z.ZodType>(
  items: readonly unknown[],
  schema: Schema,
  toArrivals: (item: z.output<Schema>) => Arrival[],
): { arrivals: Arrival[]; refused: string[]; read: z.output<Schema>[] } {
  const result = { arrivals: [] as Arrival[], refused: [] as string[], read: [] as z.output<Schema>[] };
  for (const item of items) {
    const parsed = schema.safeParse(item);
    if (parsed.success) {
      result.read.push(parsed.data);
      result.arrivals.push(...toArrivals(parsed.data));
    } else {
      const [first] = explainIssues(parsed.error, item);
      result.refused.push(`${first?.field || 'it'}: ${first?.detail ?? 'It does not fit.'}`);
    }
  }
  return result;
}

/** The query of an address; what is undefined is left out. */
export function query(values: Readonly<Record<string, string | number | undefined>>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(values))
    if (value !== undefined) search.set(name, String(value));
  return `?${search}`;
}

/** An address that a person enters, without what stands behind the server's name. */
export const serverAddress = z
  .string()
  .trim()
  .max(500)
  .pipe(z.url({ protocol: /^https?$/, error: 'Enter an address that begins with https://.' }))
  .transform((url) => new URL(url).origin);
