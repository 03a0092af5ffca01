import type { Scope } from '@/lib/db/scope';
import { findOpenJob } from '@/lib/jobs/find-open-job';

/** Fewer spans with content than this say nothing about what people talk about. */
export const FEWEST_SPANS = 50;

/** How far finding themes has come. */
export interface ThemeDiscovery {
  comments: number;
  /** Comments the engine has yet to read. */
  unread: number;
  /** Spans with content: what themes are found in. */
  spans: number;
  isImporting: boolean;
  /** Since when themes are being looked for; null when they are not. */
  openSince: Date | null;
  /** When themes were last found, and in how many spans. */
  lastRunAt: Date | null;
}

/** What the workspace's themes rest on, and whether more is under way. */
export async function findThemeDiscovery(scope: Scope): Promise<ThemeDiscovery> {
  return scope.run(async (db, inner) => {
    const { workspaceId } = scope;
    const [row] = await db.$queryRaw<Omit<ThemeDiscovery, 'openSince' | 'lastRunAt'>[]>`
      SELECT
        (SELECT count(*)::int FROM feedback WHERE workspace_id = ${workspaceId}::uuid) AS comments,
        (SELECT count(*)::int FROM feedback WHERE workspace_id = ${workspaceId}::uuid AND annotated_at IS NULL) AS unread,
        (SELECT count(*)::int FROM spans WHERE workspace_id = ${workspaceId}::uuid AND kind <> 'no_content') AS spans,
        EXISTS (SELECT 1 FROM imports WHERE workspace_id = ${workspaceId}::uuid
          AND status IN ('queued', 'running', 'cancelling', 'undoing')) AS "isImporting"`;
    const newest = await db.modelVersion.findFirst({
      where: { workspaceId, purpose: 'themes' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { createdAt: true },
    });
    return {
      ...(row ?? { comments: 0, unread: 0, spans: 0, isImporting: false }),
      openSince: await findOpenJob(inner, 'annotations.themes'),
      lastRunAt: newest?.createdAt ?? null,
    };
  });
}
