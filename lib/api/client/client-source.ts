import { schemaType } from '@/lib/api/client/schema-type';
import type { JsonSchema, OpenApiDocument, OpenApiOperation, OpenApiParameter } from '@/lib/api/openapi';

/** A typed client in one file of TypeScript without dependencies, made of the description of the API. */
export function makeClientSource({ components, paths, servers, info }: OpenApiDocument): string {
  const types = Object.entries(components.schemas).map(
    ([name, schema]) => `export type ${name} = ${schemaType(schema)};`,
  );
  const methods = Object.entries(paths).flatMap(([path, byMethod]) =>
    Object.entries(byMethod).map(([method, operation]) =>
      methodSource(path, method.toUpperCase(), operation),
    ),
  );
  return [
    `// Client of the ${info.title}, version ${info.version}, made of its OpenAPI document. It needs fetch and nothing else.`,
    ...types,
    RUNTIME.replace('BASE_URL', servers[0]?.url ?? '/api/v1'),
    'export function createVerbatimClient(options: ClientOptions) {\n  const call = makeCaller(options);\n  return {',
    ...methods,
    '  };\n}\n\nexport type VerbatimClient = ReturnType<typeof createVerbatimClient>;\n',
  ].join('\n\n');
}

function methodSource(path: string, method: string, operation: OpenApiOperation): string {
  const body = operation.requestBody?.content['application/json']?.schema;
  const [inPath, inQuery] = [parametersIn(operation, 'path'), parametersIn(operation, 'query')];
  const fields = [
    ...(inPath.length > 0 ? [`params: ${parametersType(inPath)}`] : []),
    ...(inQuery.length > 0 ? [`query?: ${parametersType(inQuery)}`] : []),
    ...(body ? [`body: ${schemaType(body)}`, 'idempotencyKey?: string'] : []),
  ];
  const isOptional = inPath.length === 0 && !body;
  const input = `input: { ${fields.join('; ')} }${isOptional ? ' = {}' : ''}`;
  return [
    `    /** ${operation.summary}. */`,
    `    ${operation.operationId}: (${input}): Promise<${answerType(operation)}> =>`,
    `      call('${method}', '${path}', input),`,
  ].join('\n');
}

const parametersIn = ({ parameters }: OpenApiOperation, place: OpenApiParameter['in']) =>
  parameters.filter((parameter) => parameter.in === place);

function parametersType(parameters: OpenApiParameter[]): string {
  return schemaType({
    type: 'object',
    properties: Object.fromEntries(parameters.map(({ name, schema }) => [name, schema])),
    required: parameters.flatMap(({ name, required }) => (required ? [name] : [])),
  });
}

function answerType({ responses }: OpenApiOperation): string {
  const answer = responses['200'] as { content: { 'application/json': { schema: JsonSchema } } };
  return schemaType(answer.content['application/json'].schema);
}

/** What every call goes through, as the client has it. */
const RUNTIME = `export interface ClientOptions {
  apiKey: string;
  /** Where the API is. */
  baseUrl?: string;
  /** In place of the global one. */
  fetch?: (request: Request) => Promise<Response>;
  /** How often a request is sent again that was too much (429) or met others (503); 2 unless given. */
  retries?: number;
}

/** An answer that says why the request was not done. */
export class VerbatimError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.detail);
    this.name = 'VerbatimError';
    this.problem = problem;
  }
}

interface Input {
  params?: Record<string, unknown>;
  query?: Record<string, unknown>;
  body?: unknown;
  idempotencyKey?: string;
}

function makeCaller({ apiKey, baseUrl = 'BASE_URL', fetch: send = fetch, retries = 2 }: ClientOptions) {
  return async function call<Answer>(method: string, path: string, input: Input): Promise<Answer> {
    const filled = path.replace(/\\{(\\w+)\\}/g, (_, name) => encodeURIComponent(String(input.params?.[name])));
    const address = new URL(baseUrl.replace(/\\/$/, '') + filled);
    for (const [name, value] of Object.entries(input.query ?? {})) {
      if (value !== undefined) address.searchParams.set(name, String(value));
    }
    const headers: Record<string, string> = { authorization: 'Bearer ' + apiKey };
    if (input.body !== undefined) headers['content-type'] = 'application/json';
    if (input.idempotencyKey !== undefined) headers['idempotency-key'] = input.idempotencyKey;
    const body = input.body === undefined ? null : JSON.stringify(input.body);
    for (let attempt = 0; ; attempt++) {
      const response = await send(new Request(address, { method, headers, body }));
      if (response.ok) return (await response.json()) as Answer;
      if ((response.status !== 429 && response.status !== 503) || attempt >= retries) {
        throw new VerbatimError((await response.json()) as Problem);
      }
      const seconds = Number(response.headers.get('retry-after') ?? 1);
      await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
    }
  };
}

/** Every row of a list, page after page: \`for await (const row of eachRow(client.listFeedback, { kind: 'problem' }))\`. */
export async function* eachRow<Query extends { cursor?: string }, Row>(
  list: (input: { query?: Query }) => Promise<{ items: Row[]; nextCursor: string | null }>,
  query: Query,
): AsyncGenerator<Row> {
  let cursor: string | null | undefined = query.cursor;
  do {
    const page = await list({ query: cursor ? { ...query, cursor } : query });
    yield* page.items;
    cursor = page.nextCursor;
  } while (cursor);
}`;
