import type { z } from 'zod';
import type { ApiScope } from '@/lib/auth/api-scopes';
import type { Scope } from '@/lib/db/scope';
import { explainIssues, InvalidRequest } from '@/lib/http/field-error';

/** What an operation answers: 207 when of several items some were not taken. */
export interface ApiAnswer {
  status: 200 | 207;
  body: unknown;
}

/** What a request brings, not parsed yet. */
export interface RawInput {
  params: Record<string, string>;
  query: Record<string, string>;
  body: unknown;
}

interface OperationFacts {
  /** Unique; names the function of the typed client. */
  id: string;
  method: 'GET' | 'POST';
  /** Below /api/v1, with parameters in braces. */
  path: string;
  tag: string;
  summary: string;
  /** Markdown. */
  description: string;
  right: ApiScope;
  params: z.ZodObject;
  query: z.ZodObject;
  body: z.ZodType;
  /** The body as the documentation shows it, where items of a batch are parsed one by one. */
  documentedBody?: z.ZodType;
  response: z.ZodType;
  /** A body that the operation takes, for the documentation and the page to try it. */
  example?: object;
  /** Of what its items may be refused one by one: then 207 is an answer too. */
  isBatch?: boolean;
  /** Other media types of the body beside application/json. */
  mediaTypes?: readonly string[];
  /** What a body says that does not say all by itself; else it is JSON. */
  readBody?: (text: string, headers: Headers) => unknown;
  mostBodyBytes?: number;
  /** For scripts in other people's pages: any origin may call it, and the key may stand in the body as `writeKey`. */
  isForBrowsers?: boolean;
}

/** One operation of the HTTP API as data: its route, its documentation and the typed client are made of it. */
export interface ApiOperation extends OperationFacts {
  /**
   * Parses a request and gives what it does.
   * @throws InvalidRequest naming every field that does not fit.
   */
  prepare: (raw: RawInput) => (scope: Scope) => Promise<ApiAnswer>;
}

type Definition<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodType,
> = Omit<OperationFacts, 'params' | 'query' | 'body' | 'response'> & {
  params: Params;
  query: Query;
  body: Body;
  response: Response;
  run: (
    scope: Scope,
    input: { params: z.output<Params>; query: z.output<Query>; body: z.output<Body> },
  ) => Promise<{ status?: 200 | 207; body: z.input<Response> }>;
};

/** Declares an operation. Its answer passes its own schema before it leaves: the documentation cannot be wrong about it. */
export function defineOperation<
  Params extends z.ZodObject,
  Query extends z.ZodObject,
  Body extends z.ZodType,
  Response extends z.ZodType,
>({ run, ...facts }: Definition<Params, Query, Body, Response>): ApiOperation {
  return {
    ...facts,
    prepare(raw) {
      const input = {
        params: parseInput(facts.params, raw.params, 'The address'),
        query: parseInput(facts.query, raw.query, 'The query'),
        body: parseInput(facts.body, raw.body, 'The body'),
      };
      return async (scope) => {
        const { status = 200, body } = await run(scope, input);
        return { status, body: facts.response.parse(body) };
      };
    },
  };
}

/** @throws InvalidRequest naming every field that does not fit. */
export function parseInput<Schema extends z.ZodType>(
  schema: Schema,
  value: unknown,
  what: string,
): z.output<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new InvalidRequest(`${what} does not fit. Nothing was done.`, explainIssues(result.error, value));
}
