import { ZodError } from 'zod';
import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { explainIssues } from '@/lib/http/field-error';
import { parseJson } from '@/lib/http/read-body';
import { retryCollisions } from '@/lib/http/retry-collisions';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { arrivalKey, writeArrivals } from '@/lib/ingest/arrivals/write-arrivals';
import { fieldMappingSchema } from '@/lib/ingest/hooks/field-mapping';
import type { HookReading, ReadingContext } from '@/lib/ingest/hooks/hook-kind';
import { hookKinds } from '@/lib/ingest/hooks/hook-kinds';
import { type HookState, hookKindKeys } from '@/lib/ingest/hooks/hook-schema';
import { hookBodyPlace } from '@/lib/ingest/hooks/keep-delivery';
import { findLettersElsewhere } from '@/lib/ingest/letters';
import { findOwnDomains } from '@/lib/ingest/own-domains';
import { unsealText } from '@/lib/settings/sealed-text';

const MOST_FAILURE_CHARACTERS = 500;

/**
 * Reads a message that was kept, once, and writes what customers said in it; then forgets the message. One that cannot be read
 * is kept for a person, with the reason.
 */
export async function readHookDelivery(scope: Scope, deliveryId: string): Promise<void> {
  const { workspaceId } = scope;
  const key = { workspaceId_id: { workspaceId, id: deliveryId } };
  await retryCollisions(() =>
    scope.run(async (db, inner) => {
      await db.$queryRaw`SELECT id FROM hook_deliveries
        WHERE workspace_id = ${workspaceId}::uuid AND id = ${deliveryId}::uuid FOR UPDATE`;
      const delivery = await db.hookDelivery.findUnique({ where: key, include: { hook: true } });
      if (delivery?.state !== 'waiting' || !delivery.body) return;
      const end = (state: HookState, more: { failure?: string | null; written?: number } = {}) =>
        db.hookDelivery.update({
          where: key,
          data: {
            state,
            failure: more.failure?.slice(0, MOST_FAILURE_CHARACTERS) ?? null,
            written: more.written ?? 0,
            readAt: new Date(),
            ...(state === 'dead' ? {} : { body: null }),
          },
        });
      const text = unsealText(inner, hookBodyPlace(deliveryId), delivery.body);
      const ownDomains = await findOwnDomains(inner);
      const { hook, receivedAt } = delivery;
      const reading = await readBody(text, hook, { receivedAt, ownDomains });
      if ('fault' in reading) return end('dead', { failure: reading.fault });
      if ('ignored' in reading) return end('ignored', { failure: `It is ${reading.ignored}.` });
      if (hook.kind === 'email' && (await isKnownLetter(inner, hook.sourceId, reading.arrivals)))
        return end('ignored', {
          failure: 'It is here already: it came to another address, or in a mailbox file.',
        });
      const outcomes = await writeArrivals(inner, reading.arrivals, {
        sourceId: hook.sourceId,
        now: delivery.receivedAt,
      });
      const refused = outcomes.flatMap((outcome) => (outcome.kind === 'refused' ? [outcome.reason] : []));
      const written = outcomes.filter(({ kind }) => kind === 'added' || kind === 'changed').length;
      if (refused.length === 0) return end('done', { written });
      const failure = `${refused.length} of ${outcomes.length} not taken: ${refused[0]}.`;
      return end(refused.length === outcomes.length ? 'dead' : 'done', { written, failure });
    }),
  );
}

/** Whether a letter came in a mailbox file or to another address before. */
async function isKnownLetter(scope: Scope, sourceId: string, letter: readonly Arrival[]): Promise<boolean> {
  return (await findLettersElsewhere(scope, sourceId, letter.map(arrivalKey))).size > 0;
}

async function readBody(
  text: string,
  hook: { kind: string; mapping: unknown },
  context: Omit<ReadingContext, 'mapping'>,
): Promise<HookReading | { fault: string }> {
  const kind = hookKindKeys.find((name) => name === hook.kind);
  if (!kind) return { fault: 'This kind of sender is not known any more.' };
  const sender = hookKinds[kind];
  let body: unknown;
  try {
    if (sender.by === 'mail') return await sender.read(text, { ...context, mapping: null });
    body = parseJson(text);
    const mapping = hook.mapping === null ? null : fieldMappingSchema.parse(hook.mapping);
    return sender.read(body, { ...context, mapping });
  } catch (error) {
    if (error instanceof ExpectedError) return { fault: error.message };
    if (!(error instanceof ZodError)) throw error;
    const faults = explainIssues(error, body).map(({ field, detail }) => `${field || 'the body'}: ${detail}`);
    return { fault: faults.slice(0, 5).join(' ') };
  }
}

/** What a delivery ends in whose reading failed again and again by a fault of ours. */
export async function giveUpHookDelivery(scope: Scope, deliveryId: string): Promise<void> {
  await scope.run((db) =>
    db.hookDelivery.updateMany({
      where: { workspaceId: scope.workspaceId, id: deliveryId, state: 'waiting' },
      data: {
        state: 'dead',
        readAt: new Date(),
        failure: 'Something went wrong on our side; the log has the details.',
      },
    }),
  );
}
