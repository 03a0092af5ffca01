import type { z } from 'zod';
import { type Permission, requirePermission } from '@/lib/auth/permissions';
import { findMembership, type Membership } from '@/lib/auth/session';
import { ExpectedError } from '@/lib/core/errors';
import { publicMessage } from '@/lib/http/public-message';

interface RouteDefinition<Params extends z.ZodType, Query extends z.ZodType> {
  permission: Permission;
  params: Params;
  query: Query;
  run: (
    context: Membership,
    input: { params: z.infer<Params>; query: z.infer<Query>; request: Request },
  ) => Promise<Response>;
}

/** A route of a workspace for its own screens (downloads, uploads, progress) as data; errors are problem+json (RFC 9457). */
export function defineRoute<Params extends z.ZodType, Query extends z.ZodType>(
  route: RouteDefinition<Params, Query>,
) {
  return async function handle(
    request: Request,
    { params }: { params: Promise<Record<string, string>> },
  ): Promise<Response> {
    try {
      const rawParams = await params;
      const context = await findMembership(rawParams.workspace ?? '');
      if (!context) throw new ExpectedError('signed_out', 'Sign in first.');
      requirePermission(context.scope, route.permission);
      const input = {
        params: parse(route.params, rawParams),
        query: parse(route.query, Object.fromEntries(new URL(request.url).searchParams)),
      };
      if (request.method !== 'GET') requireSameOrigin(request);
      return await route.run(context, { ...input, request });
    } catch (error) {
      return problem(error instanceof ExpectedError ? error.status : 500, publicMessage(error));
    }
  };
}

function parse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ExpectedError(
    'invalid',
    `${issue?.path.join('.') ?? 'The address'}: ${issue?.message ?? 'does not fit'}`,
  );
}

/** The session is a cookie, so a write must come from a page of ours. */
function requireSameOrigin(request: Request): void {
  const origin = request.headers.get('origin');
  if (origin && new URL(origin).host !== request.headers.get('host')) {
    throw new ExpectedError('denied', 'This request came from another site.');
  }
}

function problem(status: number, detail: string): Response {
  return Response.json(
    { status, detail },
    { status, headers: { 'content-type': 'application/problem+json' } },
  );
}
