import { z } from 'zod';
import { makeOpenApiDocument } from '@/lib/api/openapi';
import { env } from '@/lib/core/env';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineOpenRoute } from '@/lib/http/define-open-route';

/** What the API can do. It says nothing of any workspace. */
export const GET = defineOpenRoute({
  params: z.object({}),
  query: z.object({}),
  body: z.undefined(),
  perMinute: 60,
  isCrossOrigin: true,
  async run() {
    return Response.json(makeOpenApiDocument(env().NEXTAUTH_URL), {
      headers: { 'cache-control': 'public, max-age=300' },
    });
  },
});
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
