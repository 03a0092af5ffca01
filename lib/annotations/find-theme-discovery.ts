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
    const later = await db.themeDiscoveryRun.findFirst({
      where: { workspaceId },
      orderBy: [{ ranAt: 'desc' }, { id: 'desc' }],
      select: { ranAt: true },
    });
    return {
      ...(await findPipelineState(inner)),
      spans: await countThemeSpans(inner),
      lastRunAt: later?.ranAt ?? first?.createdAt ?? null,
    };
  });
}
