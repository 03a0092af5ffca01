import { z } from 'zod';
import { defineOpenRoute } from '@/lib/http/define-open-route';
import { recordPreference } from '@/lib/surveys/ask-person';
import { resolveIdentity } from '@/lib/surveys/identity';
import { getSiteScope, preferenceRequestSchema, siteParamsSchema } from '@/lib/surveys/widget-requests';
import { SNOOZE_DAYS } from '@/lib/widget/targeting';

/** A known person does not want to be asked: now, or ever. */
export const POST = defineOpenRoute({
  params: siteParamsSchema,
  query: z.object({}),
  body: preferenceRequestSchema,
  perMinute: 60,
  isCrossOrigin: true,
  async run({ params, body: { token, never } }) {
    const scope = await getSiteScope(params.site);
    const person = await resolveIdentity(scope, token);
    if (person) {
      const { contactId } = person;
      await recordPreference(scope, { contactId, neverAsk: never, snoozeDays: SNOOZE_DAYS });
    }
    return new Response(null, { status: 204 });
  },
});
