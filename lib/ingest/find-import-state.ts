import { notFound } from '@/lib/core/errors';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { finalStatuses, type ImportStatus, runningStatuses } from '@/lib/ingest/schema';

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
  /** Comments of this import that are stored, and those of them that the text engine has read; 0 while rows come in. */
  comments: number;
  commentsRead: number;
  /** While it is undone: answers still to be removed after the comments, and then accounts to be put back. */
  responsesLeft: number;
  accountsLeft: number;
  /** Since the file, or its comments, began to be read; null where neither is so. */
  secondsSoFar: number | null;
  /** True when nothing of this will change by itself any more. */
  isSettled: boolean;
}

/** The latest numbers of an import. */
export async function getImportState(scope: Scope, importId: string): Promise<ImportState> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const row = await db.import.findUnique({ where: { workspaceId_id: { workspaceId, id: importId } } });
    if (!row) throw notFound('import');
    const { status, rowsRead, rowsAdded, rowsUnchanged, rowsFailed, failure } = row;
    // Counting while rows are written would slow the writing: a million take more than a second, and nobody is shown them.
    const counts = runningStatuses.includes(status)
      ? NOT_COUNTED
      : await countComments(db, workspaceId, importId);
    const ofImport = { where: { workspaceId, importId } };
    const isUndoing = status === 'undoing';
    const responsesLeft = isUndoing ? await db.response.count(ofImport) : 0;
    const accountsLeft = isUndoing ? await db.importChange.count(ofImport) : 0;
    const isFinal = finalStatuses.includes(status) || (status === 'undoing' && failure !== null);
    return {
      ...{ status, rowsRead, rowsAdded, rowsUnchanged, rowsFailed, failure },
      ...{ ...counts, responsesLeft, accountsLeft },
      fileBytes: Number(row.fileBytes),
      processedBytes: Number(row.processedBytes),
      secondsSoFar: secondsSince(isUndoing ? null : isFinal ? row.finishedAt : row.startedAt),
      isSettled: isFinal && counts.commentsRead >= counts.comments,
    };
  });
}

function secondsSince(moment: Date | null): number | null {
  return moment && (Date.now() - moment.getTime()) / 1000;
}

type Counts = Pick<ImportState, 'comments' | 'commentsRead'>;
const NOT_COUNTED: Counts = { comments: 0, commentsRead: 0 };

async function countComments(db: Db, workspaceId: string, importId: string): Promise<Counts> {
  const [counts] = await db.$queryRaw<Counts[]>`
    SELECT count(*)::int AS comments, count(annotated_at)::int AS "commentsRead"
    FROM feedback WHERE workspace_id = ${workspaceId}::uuid AND import_id = ${importId}::uuid`;
  return counts ?? NOT_COUNTED;
}

/** Rows of an import that brought a score and no comment: a response without feedback. */
export async function countScoresOnly(scope: Scope, importId: string): Promise<number> {
  return scope.run((db) =>
    db.response.count({ where: { workspaceId: scope.workspaceId, importId, feedback: { none: {} } } }),
  );
}
