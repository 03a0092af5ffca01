import {
  countThemeSpans,
  findPipelineState,
  type PipelineState,
} from '@/lib/annotations/find-pipeline-state';
import type { Scope } from '@/lib/db/scope';
import { DISCOVERED } from '@/lib/themes/queries';

/** Fewer spans with content than this say nothing about what people talk about. */
export const FEWEST_SPANS = 50;

/** How far finding themes has come. */
export interface ThemeDiscovery extends PipelineState {
  /** Spans with content: what themes are found in. */
  spans: number;
  /** When themes were last found. */
  lastRunAt: Date | null;
  /** How the newest look ended, when that was before it had found anything. */
  broken: 'cancelled' | 'failed' | null;
}

/** What the workspace's themes rest on, and whether more is under way. */
export async function findThemeDiscovery(scope: Scope): Promise<ThemeDiscovery> {
  return scope.run(async (db, inner) => {
    const { workspaceId } = scope;
    const first = await db.modelVersion.findFirst({
      where: { workspaceId, purpose: 'themes', name: DISCOVERED },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { createdAt: true },
    });
    const newest = await db.themeDiscoveryRun.findFirst({
      where: { workspaceId },
      orderBy: [{ ranAt: 'desc' }, { id: 'desc' }],
      select: { status: true },
    });
    const later = await db.themeDiscoveryRun.findFirst({
      where: { workspaceId, status: 'finished' },
      orderBy: [{ ranAt: 'desc' }, { id: 'desc' }],
      select: { endedAt: true },
    });
    return {
      ...(await findPipelineState(inner)),
      spans: await countThemeSpans(inner),
      lastRunAt: later?.endedAt ?? first?.createdAt ?? null,
      broken: newest?.status === 'cancelled' || newest?.status === 'failed' ? newest.status : null,
    };
  });
}
