import { type DiscoveryProgress, discoveryStepSchema } from '@/lib/annotations/discovery-steps';
import { findRereading } from '@/lib/annotations/find-rereading';
import type { Scope } from '@/lib/db/scope';
import { busyStatuses } from '@/lib/ingest/schema';
import { findOpenJob } from '@/lib/jobs/find-open-job';

/** What the way from a file to the ranked list is at, in its order. */
export type PipelineStep = 'importing' | 'reading' | 'rereading' | 'themes' | 'ranking';

/** How far the engine has come with what was imported. */
export interface PipelineState {
  /** Comments there are, and those of them it has yet to read. */
  comments: number;
  unread: number;
  /** Comments to be read anew with another model, and those of them that were; null when none are. */
  anew: { total: number; done: number } | null;
  /** How far looking for themes is; null when it waits or none are looked for. */
  look: DiscoveryProgress | null;
  /** The first step that is under way; null when all figures are of now. */
  step: PipelineStep | null;
  /** Whether what the step makes, themes or ranks, is not there from before. */
  isFirst: boolean;
}

/** Whether figures are final, or which of them are still of before. */
export async function findPipelineState(scope: Scope): Promise<PipelineState> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const comments = await db.feedback.count({ where: { workspaceId } });
    const unread = await db.feedback.count({ where: { workspaceId, annotatedAt: null } });
    const busyImports = await db.import.count({ where: { workspaceId, status: { in: [...busyStatuses] } } });
    const rereading = await findRereading(inner);
    const anew = rereading?.status === 'running' ? { total: rereading.total, done: rereading.done } : null;
    const step = async (): Promise<PipelineStep | null> => {
      if (busyImports > 0) return 'importing';
      if (unread > 0) return 'reading';
      if (anew) return 'rereading';
      if (await findOpenJob(inner, 'annotations.themes')) return 'themes';
      return (await findOpenJob(inner, 'issues.rank')) ? 'ranking' : null;
    };
    const current = await step();
    return {
      comments,
      unread,
      anew,
      look: current === 'themes' ? await findLook(inner) : null,
      step: current,
      isFirst:
        (current === 'themes' && !(await db.theme.findFirst({ where: { workspaceId } }))) ||
        (current === 'ranking' && !(await db.impactRun.findFirst({ where: { workspaceId } }))),
    };
  });
}

async function findLook(scope: Scope): Promise<DiscoveryProgress | null> {
  const run = await scope.run((db) =>
    db.themeDiscoveryRun.findFirst({
      where: { workspaceId: scope.workspaceId, status: 'running' },
      orderBy: [{ ranAt: 'desc' }, { id: 'desc' }],
    }),
  );
  const step = discoveryStepSchema.safeParse(run?.step);
  return run && step.success ? { step: step.data, done: run.done, total: run.total } : null;
}

/** Whether themes and ranks would be computed from a part only. */
export function isReading({ step }: Pick<PipelineState, 'step'>): boolean {
  return step === 'importing' || step === 'reading';
}

/**
 * Sentences with content: what themes are found in.
 * @param recordedBy only those of comments that were there by then
 */
export async function countThemeSpans(scope: Scope, recordedBy?: Date): Promise<number> {
  const { workspaceId } = scope;
  return scope.run((db) =>
    db.span.count({
      where: {
        workspaceId,
        kind: { not: 'no_content' },
        ...(recordedBy ? { feedback: { createdAt: { lte: recordedBy } } } : {}),
      },
    }),
  );
}
