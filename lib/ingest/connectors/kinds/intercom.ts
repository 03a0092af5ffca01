import { z } from 'zod';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { askIfThere, makeAsk, serverAddress } from '@/lib/ingest/connectors/ask';
import { defineConnector } from '@/lib/ingest/connectors/connector';
import { key, unixSeconds } from '@/lib/ingest/vendors/fields';
import { intercomConversationSchema, readIntercomConversation } from '@/lib/ingest/vendors/intercom';

const VERSION = '2.11';
const CONVERSATIONS_A_PAGE = 50;

const found = z.object({ id: key, updated_at: unixSeconds });
const searchPage = z.object({
  conversations: z.array(found),
  pages: z.object({ next: z.object({ starting_after: z.string() }).nullish() }).nullish(),
});
const whole = z.object({ id: key }).loose();

/**
 * Conversations by the time of their last change. Pages are cut by that time, not counted: one that is changed meanwhile comes
 * again later and pushes no other off its page.
 */
export const intercom = defineConnector({
  name: 'Intercom',
  about:
    'What users and leads wrote in conversations, and ratings. Needs an access token that may read conversations.',
  fields: [
    {
      name: 'baseUrl',
      label: 'Address of the API',
      hint: 'https://api.eu.intercom.io and https://api.au.intercom.io for workspaces hosted there.',
      type: 'url',
      value: 'https://api.intercom.io',
    },
    { name: 'token', label: 'Access token', type: 'secret' },
  ],
  schema: z.object({ baseUrl: serverAddress, token: z.string().min(1, 'Enter the token.').max(500) }),
  open({ baseUrl, token }, send) {
    const ask = makeAsk(send, {
      system: 'Intercom',
      baseUrl,
      headers: async () => ({ authorization: `Bearer ${token}`, 'intercom-version': VERSION }),
    });
    return {
      async test() {
        const me = await ask('/me', z.object({ app: z.object({ name: z.string() }).nullish() }));
        return `conversations of ${me.app?.name ?? 'this workspace'}`;
      },
      streams: [
        {
          key: 'conversations',
          async read(cursor, { since }) {
            const from = Number(cursor?.from ?? Math.floor(since.getTime() / 1000));
            const after = typeof cursor?.after === 'string' ? cursor.after : null;
            const page = await ask('/conversations/search', searchPage, {
              json: {
                query: { field: 'updated_at', operator: '>', value: from - 1 },
                sort: { field: 'updated_at', order: 'ascending' },
                pagination: { per_page: CONVERSATIONS_A_PAGE, ...(after ? { starting_after: after } : {}) },
              },
            });
            const arrivals: Arrival[] = [];
            const refused: string[] = [];
            for (const { id } of page.conversations) {
              const conversation = await askIfThere(ask, `/conversations/${encodeURIComponent(id)}`, whole);
              if (!conversation) continue;
              const parsed = intercomConversationSchema.safeParse(conversation);
              if (parsed.success) arrivals.push(...readIntercomConversation(parsed.data));
              else refused.push(`conversation: ${parsed.error.issues[0]?.path.join('.')} does not fit`);
            }
            const last = page.conversations.at(-1)?.updated_at;
            const lastSeconds = last ? Math.floor(last.getTime() / 1000) : from;
            const next = page.pages?.next?.starting_after ?? null;
            // Only where more were changed in one second than a page holds, pages are counted.
            const isStuck = next !== null && lastSeconds <= from;
            return {
              arrivals,
              refused,
              cursor: { from: lastSeconds, after: isStuck ? next : null },
              isLast: next === null,
              reachedAt: last ?? null,
            };
          },
        },
      ],
    };
  },
});
