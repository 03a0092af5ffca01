import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import type { ReactNode } from 'react';
import type { z } from 'zod';
import { findSessionUser, type SessionUser } from '@/lib/auth/session';
import type { PageProps } from '@/lib/http/define-page';

interface OpenPageDefinition<Params extends z.ZodType, Query extends z.ZodType> {
  params?: Params;
  /** Give each field a default with `.catch()`, for an address can be typed by hand. */
  query?: Query;
  /** May redirect. */
  render: (
    user: SessionUser | null,
    input: { params: z.infer<Params>; query: z.infer<Query> },
  ) => Promise<ReactNode>;
}

/** A screen outside any workspace as data: what its address means, what it shows to whoever is there. */
export function defineOpenPage<Params extends z.ZodType, Query extends z.ZodType>(
  page: OpenPageDefinition<Params, Query>,
) {
  return async function Page(props: PageProps): Promise<ReactNode> {
    // Who asks decides what is shown, so it is never drawn at build time, which has no environment and no database.
    await connection();
    const params = page.params?.safeParse(await props.params);
    const query = page.query?.safeParse(await props.searchParams);
    if (params?.success === false || query?.success === false) notFound();
    return page.render(await findSessionUser(), {
      params: params?.data as z.infer<Params>,
      query: query?.data as z.infer<Query>,
    });
  };
}
