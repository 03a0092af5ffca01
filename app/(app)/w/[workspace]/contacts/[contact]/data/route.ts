import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { findPersonData } from '@/lib/privacy/find-person-data';

/** All that is held about a person, as a file to hand to them. */
export const GET = defineRoute({
  permission: 'people.erase',
  params: z.object({ contact: z.uuid() }),
  query: z.object({}),
  async run({ scope }, { params }) {
    const data = await findPersonData(scope, params.contact);
    return new Response(`${JSON.stringify(data, null, 2)}\n`, {
      headers: {
        'content-type': 'application/json; charset=utf-8',
        'content-disposition': `attachment; filename="person-${params.contact}.json"`,
        'cache-control': 'no-store',
      },
    });
  },
});
