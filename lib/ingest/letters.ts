import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import type { RowOutcome } from '@/lib/ingest/row-outcome';
import type { IdentifiedRow } from '@/lib/ingest/write-feedback-rows';

/** Sources that letters come by: our addresses for them, and mailbox files. */
export const letterSources = (workspaceId: string) => Prisma.sql`
  SELECT source_id FROM hooks WHERE workspace_id = ${workspaceId}::uuid AND kind = 'email'
  UNION SELECT source_id FROM imports
  WHERE workspace_id = ${workspaceId}::uuid AND source_id IS NOT NULL AND mapping->'layout'->>'kind' = 'mail'`;

/**
 * Of letters that are about to be written, those that came another way before, by Message-ID: to another address of ours, or in
 * another mailbox file. Until the transaction ends no other letter of the workspace is written: one that comes both ways at once
 * would be stored twice.
 */
export async function findLettersElsewhere(
  scope: Scope,
  sourceId: string,
  messageIds: readonly string[],
): Promise<Set<string>> {
  const { workspaceId } = scope;
  const key = `letters ${workspaceId}`;
  return scope.run(async (db) => {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
    const rows = await db.$queryRaw<{ id: string }[]>`
      SELECT f.external_id AS id FROM feedback f
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.source_id <> ${sourceId}::uuid
        AND f.external_id = ANY(${messageIds}) AND f.source_id IN (${letterSources(workspaceId)})`;
    return new Set(rows.map(({ id }) => id));
  });
}

/** Parts the letters of a mailbox file that came another way before from those to be written. */
export async function partKnownLetters(
  scope: Scope,
  sourceId: string,
  letters: readonly IdentifiedRow[],
): Promise<{ rows: IdentifiedRow[]; known: RowOutcome[] }> {
  const elsewhere = await findLettersElsewhere(
    scope,
    sourceId,
    letters.map(({ externalId }) => externalId),
  );
  return {
    rows: letters.filter(({ externalId }) => !elsewhere.has(externalId)),
    known: letters.flatMap(({ index, line, externalId }): RowOutcome[] =>
      elsewhere.has(externalId) ? [{ index, line, kind: 'unchanged', externalId }] : [],
    ),
  };
}
