import { countThemeSpans, findReadingState, type ReadingState } from '@/lib/annotations/find-reading-state';
import type { Scope } from '@/lib/db/scope';
import { findOpenJob } from '@/lib/jobs/find-open-job';

/** Fewer spans with content than this say nothing about what people talk about. */
export const FEWEST_SPANS = 50;

/** How far finding themes has come. */
export interface ThemeDiscovery extends ReadingState {
  /** Spans with content: what themes are found in. */
  spans: number;
  /** Since when themes are being looked for; null when they are not. */
  openSince: Date | null;
  /** When themes were last found. */
  lastRunAt: Date | null;
}

/** What the workspace's themes rest on, and whether more is under way. */
export async function findThemeDiscovery(scope: Scope): Promise<ThemeDiscovery> {
  return scope.run(async (db, inner) => {
    const newest = await db.modelVersion.findFirst({
      where: { workspaceId: scope.workspaceId, purpose: 'themes' },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      select: { createdAt: true },
    });
    return {
      ...(await findReadingState(inner)),
      spans: await countThemeSpans(inner),
      openSince: await findOpenJob(inner, 'annotations.themes'),
      lastRunAt: newest?.createdAt ?? null,
    };
  });
}
