import { z } from 'zod';
import { fieldErrorSchema } from '@/lib/api/item-outcome';
import { operations } from '@/lib/api/operations';
import { apiScopeWords } from '@/lib/auth/api-scopes';
import type { ApiOperation } from '@/lib/http/api-operation';

/** JSON Schema of draft 2020-12, as OpenAPI 3.1 has it. */
export interface JsonSchema {
  [keyword: string]: unknown;
}

export interface OpenApiParameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required: boolean;
  description?: string;
  schema: JsonSchema;
}

export interface OpenApiOperation {
  operationId: string;
  tags: string[];
  summary: string;
  description: string;
  parameters: OpenApiParameter[];
  requestBody?: { required: true; content: Record<string, { schema: JsonSchema; example?: object }> };
  responses: Record<string, object>;
}

export interface OpenApiDocument {
  openapi: '3.1.0';
  info: { title: string; version: string; description: string };
  servers: { url: string }[];
  security: Record<string, string[]>[];
  tags: { name: string }[];
  paths: Record<string, Partial<Record<'get' | 'post', OpenApiOperation>>>;
  components: {
    schemas: Record<string, JsonSchema>;
    securitySchemes: Record<string, object>;
    responses: Record<string, object>;
    headers: Record<string, object>;
  };
}

const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What is wrong and how to mend it.'),
    instance: z.string().describe('The request, by which the log of the server knows it.'),
    errors: z.array(fieldErrorSchema).optional(),
  })
  .meta({ id: 'Problem' });

const PROBLEMS: Record<number, string> = {
  400: 'The body is not JSON.',
  401: 'There is no API key, or one that is unknown or revoked.',
  403: 'The API key lacks the scope.',
  404: 'There is no such thing in this workspace.',
  409: 'The state of the workspace does not allow it.',
  413: 'The body is too large.',
  422: 'The request does not fit; errors names every field. Nothing was done.',
  429: 'Too many requests. Retry-After says how many seconds to wait.',
  500: 'Something went wrong on our side. Nothing was saved.',
  503: 'Other requests write the same rows at this moment. Send it again.',
};

const ABOUT = `Everything goes over one workspace, the one the API key was made in.

Writes take up to 1,000 items in one transaction. **200**: every item was taken. **207**: some were taken, and \`errors\` names each of the others by \`index\`, \`field\` and what to mend. **422**: none was taken, nothing was saved. An item with a key that is known adds nothing, so a request may always be sent again; with an \`Idempotency-Key\` it gets the very same answer for 24 hours.

Lists come in pages: send \`nextCursor\` of one answer as \`cursor\` of the next until it is null.

Errors are problem+json (RFC 9457). Times are ISO 8601 with a zone, days are year-month-day, money is in minor units of its currency.`;

/** The description of the HTTP API, made of the schemas that its routes parse by. `baseUrl`: where this installation is. */
export function makeOpenApiDocument(baseUrl: string): OpenApiDocument {
  const schemas: Record<string, JsonSchema> = {};
  const paths: OpenApiDocument['paths'] = {};
  const convert = (schema: z.ZodType, io: 'input' | 'output') => toJsonSchema(schema, io, schemas);
  convert(problemSchema, 'output');
  for (const operation of operations) {
    const method = operation.method === 'GET' ? 'get' : 'post';
    paths[operation.path] = { ...paths[operation.path], [method]: describeOperation(operation, convert) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Verbatim API', version: '1', description: ABOUT },
    servers: [{ url: new URL('/api/v1', baseUrl).href }],
    security: [{ bearer: [] }, { basic: [] }],
    tags: [...new Set(operations.map(({ tag }) => tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: Object.fromEntries(Object.entries(schemas).sort(([a], [b]) => (a < b ? -1 : 1))),
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'An API key, made under Settings, API keys.' },
        basic: {
          type: 'http',
          scheme: 'basic',
          description: 'The API key as the user’s name, without a password.',
        },
      },
      responses: Object.fromEntries(
        Object.entries(PROBLEMS).map(([status, description]) => [
          `Problem${status}`,
          problemResponse(status, description),
        ]),
      ),
      headers: {
        RequestId: {
          description: 'The request, by which the log knows it.',
          schema: { type: 'string', format: 'uuid' },
        },
        RetryAfter: { description: 'Seconds to wait.', schema: { type: 'integer' } },
      },
    },
  };
}

type Convert = (schema: z.ZodType, io: 'input' | 'output') => JsonSchema;

function describeOperation(operation: ApiOperation, convert: Convert): OpenApiOperation {
  const { id, tag, summary, description, right, method, params, query, example } = operation;
  const body = operation.documentedBody ?? operation.body;
  const mediaTypes = ['application/json', ...(operation.mediaTypes ?? [])];
  const content = { schema: convert(body, 'input'), ...(example ? { example } : {}) };
  return {
    operationId: id,
    tags: [tag],
    summary,
    description: `${description}\n\nTakes the scope \`${right}\`: may ${apiScopeWords[right]}.`,
    parameters: [
      ...parametersOf(convert(params, 'input'), 'path'),
      ...parametersOf(convert(query, 'input'), 'query'),
      ...(method === 'POST' ? [idempotencyKey] : []),
    ],
    ...(method === 'POST'
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(mediaTypes.map((type) => [type, content])),
          },
        }
      : {}),
    responses: describeResponses(operation, convert),
  };
}

const idempotencyKey: OpenApiParameter = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  description: 'Names the request: sent again within 24 hours it is not done again and gets the same answer.',
  schema: { type: 'string', minLength: 1, maxLength: 255 },
};

function describeResponses({ method, path, response, isBatch, id }: ApiOperation, convert: Convert) {
  const headers = { 'X-Request-Id': { $ref: '#/components/headers/RequestId' } };
  const answer = (description: string) => ({
    description,
    headers,
    content: { 'application/json': { schema: convert(response, 'output') } },
  });
  const problems = [
    ...(method === 'POST' ? [400, 413] : []),
    ...[401, 403, 422, 429, 500, 503],
    ...(path.includes('{id}') ? [404] : []),
    ...(id === 'listIssues' ? [409] : []),
  ];
  return {
    200: answer(isBatch ? 'Every item was taken.' : 'What was asked for.'),
    ...(isBatch ? { 207: answer('Some items were taken; errors says why the others were not.') } : {}),
    ...Object.fromEntries(
      problems.map((status) => [status, { $ref: `#/components/responses/Problem${status}` }]),
    ),
  };
}

function problemResponse(status: string, description: string): object {
  const headers = {
    'X-Request-Id': { $ref: '#/components/headers/RequestId' },
    ...(status === '429' || status === '503'
      ? { 'Retry-After': { $ref: '#/components/headers/RetryAfter' } }
      : {}),
  };
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return { description, headers, content };
}

function parametersOf(
  { properties = {}, required = [] }: JsonSchema,
  place: 'path' | 'query',
): OpenApiParameter[] {
  return Object.entries(properties as Record<string, JsonSchema>).map(
    ([name, { description, ...schema }]) => ({
      name,
      in: place,
      required: place === 'path' || (required as string[]).includes(name),
      ...(typeof description === 'string' ? { description } : {}),
      schema,
    }),
  );
}

/** A schema as JSON Schema; those with a name of their own go to `named` and are referred to. */
function toJsonSchema(
  schema: z.ZodType,
  io: 'input' | 'output',
  named: Record<string, JsonSchema>,
): JsonSchema {
  const {
    $schema: _,
    $defs = {},
    ...converted
  } = z.toJSONSchema(schema, {
    io,
    target: 'draft-2020-12',
    unrepresentable: 'any',
    // A format says it in a word; its pattern would be a line of a hundred characters.
    override: ({ jsonSchema }) => {
      if (jsonSchema.format) delete jsonSchema.pattern;
      if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
      if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
      // An answer may have further fields one day; a request that has unknown ones is refused.
      if (io === 'output' && jsonSchema.additionalProperties === false)
        delete jsonSchema.additionalProperties;
    },
  });
  const pointed = pointToComponents({ converted, $defs }) as {
    converted: JsonSchema;
    $defs: Record<string, JsonSchema>;
  };
  for (const [name, definition] of Object.entries(pointed.$defs)) {
    if (named[name] && JSON.stringify(named[name]) !== JSON.stringify(definition)) {
      throw new Error(`Two schemas of the API are called ${name}.`);
    }
    named[name] = definition;
  }
  return pointed.converted;
}

function pointToComponents(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(pointToComponents);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, each]) => [
      key,
      key === '$ref' && typeof each === 'string'
        ? each.replace('#/$defs/', '#/components/schemas/')
        : pointToComponents(each),
    ]),
  );
}
