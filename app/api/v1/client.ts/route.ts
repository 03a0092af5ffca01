import { z } from 'zod';
import { makeClientSource } from '@/lib/api/client/client-source';
import { makeOpenApiDocument } from '@/lib/api/openapi';
import { env } from '@/lib/core/env';
import { refuseMethods } from '@/lib/http/api-refusals';
import { defineOpenRoute } from '@/lib/http/define-open-route';

/** The typed client of this installation, to be kept beside a program of one's own. */
export const GET = defineOpenRoute({
  params: z.object({}),
  query: z.object({}),
  body: z.undefined(),
  perMinute: 60,
  isCrossOrigin: true,
  async run() {
    return new Response(makeClientSource(makeOpenApiDocument(env().NEXTAUTH_URL)), {
      headers: {
        'content-type': 'text/plain; charset=utf-8',
        'content-disposition': 'attachment; filename="verbatim-client.ts"',
      },
    });
  },
});
export const { POST, PUT, PATCH, DELETE } = refuseMethods('GET');
