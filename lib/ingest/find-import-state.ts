import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { finalStatuses, type ImportStatus } from '@/lib/ingest/schema';

/** How far an import is, in numbers that change while one looks. */
export interface ImportState {
  status: ImportStatus;
  fileBytes: number;
  processedBytes: number;
  rowsRead: number;
  rowsAdded: number;
  rowsUnchanged: number;
  rowsFailed: number;
  failure: string | null;
  /** Comments of this import that are stored, and those of them that the text engine has read. */
  comments: number;
  commentsRead: number;
  /** True when nothing of this will change by itself any more. */
  isSettled: boolean;
}

/** The latest numbers of an import. */
export async function getImportState(scope: Scope, importId: string): Promise<ImportState> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<Omit<ImportState, 'isSettled'>[]>`
      SELECT i.status::text, i.file_bytes::float8 AS "fileBytes", i.processed_bytes::float8 AS "processedBytes",
        i.rows_read AS "rowsRead", i.rows_added AS "rowsAdded", i.rows_unchanged AS "rowsUnchanged",
        i.rows_failed AS "rowsFailed", i.failure, f.comments, f."commentsRead"
      FROM imports i
        CROSS JOIN LATERAL (
          SELECT count(*)::int AS comments, count(annotated_at)::int AS "commentsRead"
          FROM feedback WHERE workspace_id = i.workspace_id AND import_id = i.id) f
      WHERE i.workspace_id = ${scope.workspaceId}::uuid AND i.id = ${importId}::uuid`,
  );
  if (!row) throw notFound('import');
  const isFinal = finalStatuses.includes(row.status) || (row.status === 'undoing' && row.failure !== null);
  return { ...row, isSettled: isFinal && row.commentsRead >= row.comments };
}

/** Rows of an import that brought a score and no comment: a response without feedback. */
export async function countScoresOnly(scope: Scope, importId: string): Promise<number> {
  return scope.run((db) =>
    db.response.count({ where: { workspaceId: scope.workspaceId, importId, feedback: { none: {} } } }),
  );
}
