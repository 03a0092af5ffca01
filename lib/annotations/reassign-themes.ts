import { assignThemes } from '@/lib/annotations/assign-themes';
import { readSpans } from '@/lib/annotations/read-spans';
import { ShortestFirst } from '@/lib/annotations/shortest-first';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';

const PAGE = 1000;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
/** Comments of the edited themes that are looked at before all others, so that an edit shows at once. */
const MOST_AHEAD = 5000;
/** Where there are no more than so many comments all are done in seconds, and to look at some of them twice would be the longer way. */
const FEW = 10_000;

/** Runs of several workspaces at once. */
const line = new ShortestFirst();

/**
 * Assigns all comments anew after an edit, page by page; each page is there for readers when it is done. A worker that takes
 * over goes on behind the last page. Those that the edit is about come first. It ends early when it was cancelled.
 * @param signal says that the worker wants to stop
 */
export async function reassignThemes(scope: Scope, signal?: AbortSignal): Promise<void> {
  const run = await begin(scope);
  if (!run) return;
  await line.run(async (turn) => {
    if (run.afterId === null && run.total > FEW) await assignAhead(scope, run, () => turn(run.total, signal));
    let after = run.afterId ?? FIRST_ID;
    for (let left = run.total - run.done; ; left -= PAGE) {
      await turn(left, signal);
      signal?.throwIfAborted();
      const lastId = await scope.run((_db, inner) => assignPage(inner, run, after));
      if (!lastId) break;
      after = lastId;
    }
  });
  await scope.run(async (db, inner) => {
    const { workspaceId } = inner;
    await db.themeReassignment.updateMany({
      where: { workspaceId, id: run.id, cancelledAt: null },
      data: { finishedAt: new Date() },
    });
    await enqueue(inner, 'issues.rank', {});
    // What was edited meanwhile has a run of its own; this job may have stood for its.
    const waiting = await db.themeReassignment.count({
      where: { workspaceId, startedAt: null, cancelledAt: null },
    });
    if (waiting > 0) await enqueue(inner, 'annotations.reassign', {});
  });
}

interface Run {
  id: string;
  afterId: string | null;
  requestedAt: Date;
  total: number;
  done: number;
}

async function begin(scope: Scope): Promise<Run | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const run = await db.themeReassignment.findFirst({
      where: { workspaceId, finishedAt: null, cancelledAt: null },
      orderBy: [{ requestedAt: 'asc' }, { id: 'asc' }],
    });
    if (!run || run.startedAt) return run;
    const total = await db.feedback.count({ where: { workspaceId, annotatedAt: { not: null } } });
    return db.themeReassignment.update({
      where: { workspaceId_id: { workspaceId, id: run.id } },
      data: { startedAt: new Date(), total },
    });
  });
}

/** @returns the last comment's id, null when there are no more or the run was cancelled */
async function assignPage(
  scope: Scope,
  { id: runId, requestedAt }: Run,
  after: string,
): Promise<string | null> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    if (!(await isWanted(inner, runId))) return null;
    const { spans, lastId, comments } = await readSpans(inner, { id: { gt: after } }, PAGE);
    if (!lastId) return null;
    const changed = await assignThemes(inner, spans, undefined, requestedAt);
    await db.themeReassignment.update({
      where: { workspaceId_id: { workspaceId, id: runId } },
      data: { done: { increment: comments }, changed: { increment: changed }, afterId: lastId },
    });
    return lastId;
  });
}

async function isWanted(scope: Scope, runId: string): Promise<boolean> {
  const { workspaceId } = scope;
  const count = await scope.run((db) =>
    db.themeReassignment.count({ where: { workspaceId, id: runId, cancelledAt: null } }),
  );
  return count > 0;
}

/** The comments that edited themes have, and those that hold their words. */
async function assignAhead(
  scope: Scope,
  { id: runId, requestedAt }: Run,
  turn: () => Promise<void>,
): Promise<void> {
  const { workspaceId } = scope;
  const ids = await scope.run(async (db) => {
    const edited = await db.$queryRaw<{ id: string; terms: string[]; splitFromId: string | null }[]>`
      SELECT id, include_terms || exclude_terms AS terms, split_from_id AS "splitFromId" FROM themes
      WHERE workspace_id = ${workspaceId}::uuid AND steered_at > coalesce((
        SELECT max(started_at) FROM theme_reassignments
        WHERE workspace_id = ${workspaceId}::uuid AND finished_at IS NOT NULL), '-infinity')`;
    const themeIds = edited.flatMap(({ id, splitFromId }) => (splitFromId ? [id, splitFromId] : [id]));
    const patterns = edited.flatMap(({ terms }) =>
      terms.map((term) => `%${term.replace(/\*$/, '').replace(/[\\%_]/g, '\\$&')}%`),
    );
    return db.$queryRaw<{ id: string }[]>`
      SELECT f.id FROM feedback f
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.annotated_at IS NOT NULL AND (
        f.text ILIKE ANY(${patterns}::text[]) OR EXISTS (
          SELECT 1 FROM theme_assignments a
          WHERE a.workspace_id = f.workspace_id AND a.feedback_id = f.id AND a.theme_id = ANY(${themeIds}::uuid[])))
      ORDER BY f.occurred_at DESC, f.id
      LIMIT ${MOST_AHEAD}`;
  });
  for (let start = 0; start < ids.length; start += PAGE) {
    await turn();
    if (!(await isWanted(scope, runId))) return;
    const page = ids.slice(start, start + PAGE).map(({ id }) => id);
    const { spans } = await readSpans(scope, { id: { in: page } }, PAGE);
    await assignThemes(scope, spans, undefined, requestedAt);
  }
}
