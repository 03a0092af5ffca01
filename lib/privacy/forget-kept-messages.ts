import type { ContactDetail } from '@/lib/accounts/get-contact';
import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { hookBodyPlace } from '@/lib/ingest/hooks/keep-delivery';
import { speaksOf } from '@/lib/privacy/speaks-of';
import { unsealText } from '@/lib/settings/sealed-text';

/** Messages opened at once: each may be large. */
const BATCH = 10;

/** Empties what is kept of messages to and from other systems that speak of a person. */
export async function forgetKeptMessages(scope: Scope, person: ContactDetail): Promise<void> {
  await forgetSent(scope, person.id);
  await forgetReceived(scope, person);
}

/** A message that waits goes out without them; what it tells of others stays. */
async function forgetSent(scope: Scope, contactId: string): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(
    (db) => db.$executeRaw`
    UPDATE webhook_deliveries d SET data = jsonb_set(d.data, '{feedback}', (
      SELECT coalesce(jsonb_agg(one), '[]') FROM jsonb_array_elements(d.data->'feedback') one
      WHERE one->>'contactId' IS DISTINCT FROM ${contactId}))
    WHERE d.workspace_id = ${workspaceId}::uuid AND d.event = 'feedback.themed'
      AND d.data->'feedback' @> jsonb_build_array(jsonb_build_object('contactId', ${contactId}::text))`,
  );
  await scope.run(
    (db) => db.$executeRaw`
    DELETE FROM webhook_deliveries
    WHERE workspace_id = ${workspaceId}::uuid AND event = 'response.completed'
      AND data->'response'->>'contactId' = ${contactId}`,
  );
}

/** Their ids stay, so that the same message is not read when it comes again. */
async function forgetReceived(scope: Scope, person: ContactDetail): Promise<void> {
  const { workspaceId } = scope;
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const kept = await scope.run((db) =>
      db.hookDelivery.findMany({
        where: { workspaceId, body: { not: null }, id: { gt: after } },
        orderBy: { id: 'asc' },
        take: BATCH,
        select: { id: true, body: true },
      }),
    );
    const last = kept.at(-1);
    if (!last) return;
    after = last.id;
    const about = kept.filter(({ id, body }) => body && speaksOf(openKept(scope, id, body), person));
    await scope.run((db) =>
      db.hookDelivery.updateMany({
        where: { workspaceId, id: { in: about.map(({ id }) => id) } },
        data: {
          body: null,
          state: 'ignored',
          failure: 'It spoke of a person who was erased.',
          readAt: new Date(),
        },
      }),
    );
  }
}

/** The message; empty where it was kept under another SETTINGS_KEY, for then nobody can read it. */
function openKept(scope: Scope, id: string, body: Uint8Array): string {
  try {
    return unsealText(scope, hookBodyPlace(id), body);
  } catch (error) {
    if (error instanceof ExpectedError) return '';
    throw error;
  }
}
