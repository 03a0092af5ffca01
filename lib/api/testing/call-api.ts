import type { ApiKeyKind } from '@/lib/auth/api-key-schema';
import { type ApiScope, apiScopes } from '@/lib/auth/api-scopes';
import { createApiKey } from '@/lib/auth/create-api-key';
import { issueFoundingScope } from '@/lib/auth/founding-scope';
import { newId } from '@/lib/core/ids';
import { identityDb, type Scope } from '@/lib/db/scope';
import { writeWorkspace } from '@/lib/workspaces/create-workspace';

export type Handler = (
  request: Request,
  context: { params: Promise<Record<string, string> | undefined> },
) => Promise<Response>;

/** A workspace of its own with a key to it. */
export async function makeApiWorkspace({
  kind = 'secret',
  scopes = apiScopes,
}: {
  kind?: ApiKeyKind;
  scopes?: ApiScope[];
} = {}): Promise<{ scope: Scope; key: string }> {
  const { scope, memberId } = issueFoundingScope(newId());
  const userId = scope.actor.kind === 'member' ? scope.actor.userId : '';
  // Nobody signs in, so no password is made, which takes its time on purpose.
  await identityDb().user.create({
    data: { id: userId, email: `${userId}@example.org`, name: 'Olga Owner', passwordHash: '' },
  });
  await scope.run((db, inner) =>
    writeWorkspace(db, inner, { userId, memberId }, { workspaceName: 'Acme', currency: 'EUR' }),
  );
  return { scope, key: await createApiKey(scope, { name: 'Test', kind, scopes }) };
}

interface Call {
  key?: string;
  body?: unknown;
  query?: Record<string, string>;
  params?: Record<string, string>;
  headers?: Record<string, string>;
}

/** Calls a route as a program does over HTTP. */
export async function callApi<Body = Record<string, unknown>>(
  handler: Handler,
  { key, body, query = {}, params, headers = {} }: Call,
): Promise<{ status: number; headers: Headers; body: Body }> {
  const address = new URL('http://voc.example/api/v1/test');
  address.search = new URLSearchParams(query).toString();
  const response = await handler(
    new Request(address, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { ...(key ? { authorization: `Bearer ${key}` } : {}), ...headers },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
    { params: Promise.resolve(params) },
  );
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
}
