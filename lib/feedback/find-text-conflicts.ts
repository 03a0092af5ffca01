import { z } from 'zod';
import type { Scope } from '@/lib/db/scope';
import type { FeedbackInput } from '@/lib/feedback/schema';
import { toStorable } from '@/lib/feedback/to-storable';
import { mayBeRedactedAs } from '@/lib/nlp/redaction/may-be-redacted-as';

interface Known {
  sourceId: string;
  externalId: string;
  text: string;
  /** JSON. */
  redactions: string | null;
}

const redactionsSchema = z.array(z.object({ start: z.number(), end: z.number() }));

/**
 * Statements whose (source, external id) is taken by another text: not the same one again, so not to be passed over in
 * silence. They are told from repetitions by what was stored, whatever was redacted then.
 * @param ifNotStored whether those count of which nothing is stored: after they were given to be written, they do
 */
export async function findTextConflicts(
  scope: Scope,
  inputs: readonly FeedbackInput[],
  { ifNotStored = true }: { ifNotStored?: boolean } = {},
): Promise<Set<FeedbackInput>> {
  if (inputs.length === 0) return new Set();
  const known = await scope.runSql<Known>(
    `SELECT source_id AS "sourceId", external_id AS "externalId", text, redactions FROM feedback
    WHERE workspace_id = $1::uuid AND source_id = ANY($2::uuid[]) AND external_id = ANY($3::text[])`,
    [
      scope.workspaceId,
      [...new Set(inputs.map(({ sourceId }) => sourceId))],
      inputs.map(({ externalId }) => externalId),
    ],
  );
  const storedOf = new Map(known.map((row) => [`${row.sourceId} ${row.externalId}`, row]));
  return new Set(
    inputs.filter(({ sourceId, externalId, text }) => {
      const stored = storedOf.get(`${sourceId} ${externalId}`);
      if (!stored) return ifNotStored;
      return !mayBeRedactedAs(
        toStorable(text),
        stored.text,
        redactionsSchema.parse(JSON.parse(stored.redactions ?? '[]')),
      );
    }),
  );
}
