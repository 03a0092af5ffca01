import { lastReader } from '@/lib/annotations/last-reader';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { findEncoderProblem } from '@/lib/nlp/encoder/availability';
import { versionOf } from '@/lib/nlp/engine-version';
import { getSetting } from '@/lib/settings/queries';

/** An engine that annotated feedback of the workspace, in one version. */
export interface Engine {
  id: string;
  purpose: 'annotation' | 'themes';
  name: string;
  version: string;
  firstUsedAt: Date;
  /** Statements that it was the last to read; null for those that find themes. */
  statements: number | null;
  /** Whether it reads new feedback now. */
  isCurrent: boolean;
}

/** Every engine whose annotations the workspace keeps, the newest first. */
export async function findEngines(scope: Scope): Promise<Engine[]> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const rows = await db.modelVersion.findMany({
      where: { workspaceId },
      select: { id: true, purpose: true, name: true, version: true, createdAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    const readers = rows.filter(({ purpose }) => purpose === 'annotation');
    const counts = await countByReader(
      db,
      workspaceId,
      readers.map(({ id }) => id),
    );
    const current = await findCurrentVersions(inner);
    return rows.map(({ createdAt, ...engine }) => ({
      ...engine,
      firstUsedAt: createdAt,
      statements: engine.purpose === 'annotation' ? (counts.get(engine.id) ?? 0) : null,
      isCurrent: engine.purpose === 'annotation' && current.includes(engine.version),
    }));
  });
}

/** How many statements were last read by another version than the one that reads now: they lack what only it looks for. */
export function countOutdated(engines: readonly Engine[]): number {
  return engines.reduce((sum, { statements, isCurrent }) => sum + (isCurrent ? 0 : (statements ?? 0)), 0);
}

/** Whether the newest statement was read without the sentence encoder; null before any was read. */
export async function isNewestReadFast(scope: Scope): Promise<boolean | null> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ version: string }[]>`
      SELECT v.version FROM (
          SELECT ${lastReader} AS reader FROM feedback f
          WHERE f.workspace_id = ${scope.workspaceId}::uuid AND f.annotated_at IS NOT NULL
          ORDER BY f.id DESC LIMIT 1) newest
        JOIN model_versions v ON v.workspace_id = ${scope.workspaceId}::uuid AND v.id = newest.reader`,
  );
  return row ? row.version.startsWith(versionOf('fast')) : null;
}

async function countByReader(
  db: Db,
  workspaceId: string,
  readers: readonly string[],
): Promise<Map<string, number>> {
  const [only] = readers;
  // All that was read was read by it: no need to look each statement's annotations up.
  if (only && readers.length === 1) {
    const read = await db.feedback.count({ where: { workspaceId, annotatedAt: { not: null } } });
    return new Map([[only, read]]);
  }
  const rows = await db.$queryRaw<{ reader: string | null; n: number }[]>`
    SELECT ${lastReader} AS reader, count(*)::int AS n FROM feedback f
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.annotated_at IS NOT NULL GROUP BY 1`;
  return new Map(rows.flatMap(({ reader, n }) => (reader ? [[reader, n]] : [])));
}

/**
 * What the version that reads now may be called: the workspace's own model where it has one that fits, else the bundled
 * one. The web process does not hold the engine's weights, so it cannot tell whether some were left out.
 */
async function findCurrentVersions(scope: Scope): Promise<string[]> {
  const { workspaceId } = scope;
  const bundled = versionOf(findEncoderProblem() ? 'fast' : 'full');
  const { modelVersionId } = await getSetting(scope, 'textModel');
  const own = modelVersionId
    ? await scope.run((db) =>
        db.modelVersion.findUnique({ where: { workspaceId_id: { workspaceId, id: modelVersionId } } }),
      )
    : null;
  return own?.version.startsWith(bundled) ? [own.version] : [bundled, `${bundled}-english`];
}
