import type { Scope } from '@/lib/db/scope';

/** An engine that annotated feedback of the workspace, in one version. */
export interface Engine {
  id: string;
  purpose: 'annotation' | 'themes';
  name: string;
  version: string;
  firstUsedAt: Date;
}

const MOST_SHOWN = 20;

/** The engines whose annotations the workspace keeps, the newest first. */
export async function findEngines(scope: Scope): Promise<Engine[]> {
  const rows = await scope.run((db) =>
    db.modelVersion.findMany({
      where: { workspaceId: scope.workspaceId },
      select: { id: true, purpose: true, name: true, version: true, createdAt: true },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: MOST_SHOWN,
    }),
  );
  return rows.map(({ createdAt, ...engine }) => ({ ...engine, firstUsedAt: createdAt }));
}
