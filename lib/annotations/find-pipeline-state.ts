import type { Scope } from '@/lib/db/scope';
import { busyStatuses } from '@/lib/ingest/schema';
import { findOpenJob } from '@/lib/jobs/find-open-job';

/** What the way from a file to the ranked list is at, in its order. */
export type PipelineStep = 'importing' | 'reading' | 'themes' | 'ranking';

/** How far the engine has come with what was imported. */
export interface PipelineState {
  /** Comments there are, and those of them it has yet to read. */
  comments: number;
  unread: number;
  /** The first step that is under way; null when all figures are of now. */
  step: PipelineStep | null;
}

/** Whether figures are final, or which of them are still of before. */
export async function findPipelineState(scope: Scope): Promise<PipelineState> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const comments = await db.feedback.count({ where: { workspaceId } });
    const unread = await db.feedback.count({ where: { workspaceId, annotatedAt: null } });
    const busyImports = await db.import.count({ where: { workspaceId, status: { in: [...busyStatuses] } } });
    const step = async (): Promise<PipelineStep | null> => {
      if (busyImports > 0) return 'importing';
      if (unread > 0) return 'reading';
      if (await findOpenJob(inner, 'annotations.themes')) return 'themes';
      return (await findOpenJob(inner, 'issues.rank')) ? 'ranking' : null;
    };
    return { comments, unread, step: await step() };
  });
}

/** Whether themes and ranks would be computed from a part only. */
export function isReading({ step }: Pick<PipelineState, 'step'>): boolean {
  return step === 'importing' || step === 'reading';
}

/** Sentences with content: what themes are found in. */
export async function countThemeSpans(scope: Scope): Promise<number> {
  const { workspaceId } = scope;
  return scope.run((db) => db.span.count({ where: { workspaceId, kind: { not: 'no_content' } } }));
}
