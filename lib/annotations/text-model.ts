import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { AnnotationEngine } from '@/lib/nlp/engine';

/** The name of a version that a workspace taught: that of the engine it starts from, and a number of its own. */
export const ownVersion = (baseVersion: string, number: number | ''): string =>
  `${baseVersion}-own-${number}`;

/**
 * Until the end of the transaction: whoever reads shares the model, whoever changes it waits for them and keeps others
 * out. So no statement is read with a model that was changed meanwhile.
 */
export async function lockTextModel(
  db: Db,
  workspaceId: string,
  purpose: 'to read' | 'to change',
): Promise<void> {
  const key = `text model ${workspaceId}`;
  if (purpose === 'to read') {
    await db.$executeRaw`SELECT pg_advisory_xact_lock_shared(hashtextextended(${key}, 0))`;
  } else {
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${key}, 0))`;
  }
}

/** The row that names an engine in one version as the maker of annotations. */
export async function ensureModelVersion(
  db: Db,
  workspaceId: string,
  { name, version }: Pick<AnnotationEngine, 'name' | 'version'>,
): Promise<string> {
  const key = { workspaceId, purpose: 'annotation' as const, name, version };
  await db.modelVersion.createMany({ data: [{ ...key, id: newId() }], skipDuplicates: true });
  const row = await db.modelVersion.findUniqueOrThrow({ where: { workspaceId_purpose_name_version: key } });
  return row.id;
}
