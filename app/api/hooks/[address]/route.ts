import { z } from 'zod';
import { notFound } from '@/lib/core/errors';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { isHookAddress, receiveHook } from '@/lib/ingest/hooks/receive-hook';

const params = z.object({ address: z.string().min(20).max(100) });

/** Some systems ask whether an address is there before they send to it. */
export const GET = defineOpenRoute({
  params,
  query: z.object({}).loose(),
  body: z.undefined(),
  perMinute: 60,
  isCrossOrigin: false,
  async run({ params: { address } }) {
    if (!(await isHookAddress(address, 'http'))) throw notFound('address');
    return Response.json({ outcome: 'ready' });
  },
});

/** Where other systems send what customers said. The address is the secret of those that do not sign. */
export const POST = defineOpenRoute({
  params,
  query: z.object({}).loose(),
  body: z.string(),
  bodyAs: 'text',
  perMinute: 600,
  isCrossOrigin: false,
  async run({ params: { address }, body, request }) {
    const outcome = await receiveHook(address, { headers: request.headers, body });
    return Response.json({ outcome }, { status: 202 });
  },
});
