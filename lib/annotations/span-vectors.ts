import type { Db } from '@/lib/db/client';
import { SENTENCE_VERSION, type SentenceVector } from '@/lib/nlp/encoder/sentence-vector';

/** A span of a comment with what it means, null where the sentence encoder did not read it. */
interface SeenSpan {
  id: string;
  vector: SentenceVector | null;
}

/** What these spans mean; those that the encoder never read, or in another version, are left out. */
export async function findVectors(
  db: Db,
  workspaceId: string,
  spanIds: readonly string[],
): Promise<Map<string, SentenceVector>> {
  const rows = await db.$queryRaw<{ id: string; vector: Uint8Array }[]>`
    SELECT span_id AS id, vector FROM span_vectors
    WHERE workspace_id = ${workspaceId}::uuid AND span_id = ANY(${spanIds}::uuid[]) AND version = ${SENTENCE_VERSION}`;
  return new Map(rows.map(({ id, vector }) => [id, new Int8Array(vector)]));
}

/** Keeps what the spans of comments that were read mean, in the place of what an earlier reading kept. */
export async function writeVectors(db: Db, workspaceId: string, spans: readonly SeenSpan[]): Promise<void> {
  const unseen = spans.filter(({ vector }) => !vector).map(({ id }) => id);
  if (unseen.length > 0) {
    await db.$executeRaw`
      DELETE FROM span_vectors WHERE workspace_id = ${workspaceId}::uuid AND span_id = ANY(${unseen}::uuid[])`;
  }
  const rows = spans.flatMap(({ id, vector }) =>
    vector
      ? [{ id, vector: Buffer.from(vector.buffer, vector.byteOffset, vector.length).toString('base64') }]
      : [],
  );
  if (rows.length === 0) return;
  await db.$executeRaw`
    INSERT INTO span_vectors AS v (workspace_id, span_id, version, vector)
    SELECT ${workspaceId}::uuid, r.id, ${SENTENCE_VERSION}, decode(r.vector, 'base64')
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(id uuid, vector text)
    ON CONFLICT (workspace_id, span_id) DO UPDATE SET version = excluded.version, vector = excluded.vector
      WHERE (v.version, v.vector) IS DISTINCT FROM (excluded.version, excluded.vector)`;
}
