import { headers } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { type ReactNode, Suspense } from 'react';
import type { z } from 'zod';
import { can, holdersOf, type Permission } from '@/lib/auth/permissions';
import { findMembership, findSessionUser, type Membership } from '@/lib/auth/session';
import { ExpectedError } from '@/lib/core/errors';
import { setAnswerStatus } from '@/lib/http/answer-status';
import { ADDRESS_HEADER, placeInWorkspace } from '@/lib/http/asked-address';

/** What Next.js gives a page. */
export interface PageProps {
  params: Promise<Record<string, string>>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

interface PageDefinition<Params extends z.ZodType, Query extends z.ZodType, Found> {
  permission: Permission;
  /** Of the path; a path that does not fit is a page that does not exist. */
  params?: Params;
  /** Of the address bar; give each field a default with `.catch()`, for an address can be typed by hand. */
  query?: Query;
  /**
   * What the address names, read before anything is sent, for afterwards no status can be: where it is not found, the
   * answer is 404. May redirect.
   */
  find?: (context: Membership, input: PageInput<Params, Query>) => Promise<Found>;
  /**
   * Stands there while `render` reads. Not a loading.tsx: that one is sent before anybody knows whether there is such a
   * page, and with a status of 200.
   */
  loading?: ReactNode;
  render: (context: Membership, input: PageInput<Params, Query>, found: Found) => Promise<ReactNode>;
}

interface PageInput<Params extends z.ZodType, Query extends z.ZodType> {
  params: z.infer<Params>;
  query: z.infer<Query>;
}

/**
 * A screen of a workspace as data: who may see it, what its address means, what it shows. Signed-out people are sent to
 * sign in and back; to others than members the page does not exist.
 */
export function definePage<Params extends z.ZodType, Query extends z.ZodType, Found = undefined>(
  page: PageDefinition<Params, Query, Found>,
) {
  return async function Page(props: PageProps): Promise<ReactNode> {
    const [rawParams, rawQuery] = [await props.params, await props.searchParams];
    const context = await requireMembership(rawParams.workspace ?? '');
    if (!can(context.role, page.permission)) {
      setAnswerStatus(403);
      return <NotForThisRole permission={page.permission} />;
    }
    const params = page.params?.safeParse(rawParams);
    if (params && !params.success) notFound();
    const query = page.query?.safeParse(rawQuery);
    if (query && !query.success) notFound();
    const input = { params: params?.data as z.infer<Params>, query: query?.data as z.infer<Query> };
    return orTookTooLong(async () => {
      const found = (await orNotFound(async () => page.find?.(context, input))) as Found;
      const content = () => orTookTooLong(() => orNotFound(() => page.render(context, input, found)));
      if (page.loading === undefined) return content();
      return (
        <Suspense fallback={page.loading}>
          <Deferred content={content} />
        </Suspense>
      );
    });
  };
}

/** What is sent as soon as it is there. */
async function Deferred({ content }: { content: () => Promise<ReactNode> }): Promise<ReactNode> {
  return content();
}

async function orNotFound<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof ExpectedError && error.kind === 'not_found') notFound();
    throw error;
  }
}

/** Says so on the page where the database gave up a query: in production an error's message does not reach the screen. */
async function orTookTooLong(draw: () => Promise<ReactNode>): Promise<ReactNode> {
  try {
    return await draw();
  } catch (error) {
    if (!(error instanceof ExpectedError && error.kind === 'too_slow')) throw error;
    const asked = (await headers()).get(ADDRESS_HEADER);
    return <TookTooLong asked={asked} />;
  }
}

/** @param asked the address of the page; null where it is not known */
function TookTooLong({ asked }: { asked: string | null }) {
  const [path = '', query] = asked?.split('?') ?? [];
  const link =
    'inline-flex min-h-6 items-center rounded-sm font-medium text-accent underline underline-offset-2';
  return (
    <section role="alert" className="space-y-2">
      <h1 className="text-2xl font-semibold tracking-tight">This took too long</h1>
      <p className="max-w-prose text-ink-mute">
        The database was stopped at it, so that others need not wait; nothing was changed. Narrow it, by fewer
        days or one more filter, or try again in a minute.
      </p>
      {asked && (
        <p className="flex flex-wrap gap-4">
          <a className={link} href={asked}>
            Try again
          </a>
          {query && (
            <a className={link} href={path}>
              Show it without filters
            </a>
          )}
        </p>
      )}
    </section>
  );
}

/** The signed-in member of this workspace; sends others away as {@link definePage} does. */
export async function requireMembership(workspaceSlug: string): Promise<Membership> {
  const context = await findMembership(workspaceSlug);
  if (context) return context;
  if (!(await findSessionUser())) {
    const place = placeInWorkspace(workspaceSlug, (await headers()).get(ADDRESS_HEADER));
    redirect(`/sign-in?next=${encodeURIComponent(place)}`);
  }
  return notFound();
}

/** Said on the page itself, for in production an error's message does not reach the screen. */
function NotForThisRole({ permission }: { permission: Permission }) {
  return (
    <section className="space-y-2">
      <h1 className="text-2xl font-semibold tracking-tight">Your role does not open this page</h1>
      <p className="text-ink-mute">
        It takes: {holdersOf(permission)}. An administrator can change your role under Settings, Members.
      </p>
    </section>
  );
}
