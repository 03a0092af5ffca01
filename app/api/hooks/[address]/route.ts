import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { receiveHook } from '@/lib/ingest/hooks/receive-hook';

/** Where other systems send what customers said. The address is the secret of those that do not sign. */
export const POST = defineOpenRoute({
  params: z.object({ address: z.string().min(20).max(100) }),
  query: z.object({}).loose(),
  body: z.string(),
  bodyAs: 'text',
  perMinute: 600,
  isCrossOrigin: false,
  async run({ params, body, request }) {
    const outcome = await receiveHook(params.address, { headers: request.headers, body });
    return Response.json({ outcome }, { status: 202 });
  },
});
