import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { getLogo } from '@/lib/surveys/logo';
import { getSiteScope, siteParamsSchema } from '@/lib/surveys/widget-requests';

/** The logo of a survey. Its id is that of its bytes, so caches may keep it for good. */
export const GET = defineOpenRoute({
  params: siteParamsSchema.extend({ logo: z.uuid() }),
  query: z.object({}),
  body: z.undefined(),
  perMinute: 240,
  isCrossOrigin: true,
  async run({ params }) {
    const { contentType, bytes } = await getLogo(await getSiteScope(params.site), params.logo);
    return new Response(bytes, {
      headers: {
        'content-type': contentType,
        'cache-control': 'public, max-age=31536000, immutable',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "default-src 'none'; sandbox",
      },
    });
  },
});
