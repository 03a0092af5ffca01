import { findRereading, type Rereading } from '@/lib/annotations/find-rereading';
import type { Scope } from '@/lib/db/scope';
import { findEncoderProblem } from '@/lib/nlp/encoder/availability';
import { engineVersion } from '@/lib/nlp/engine-version';
import { adaptationReportSchema, type LanguageReport } from '@/lib/quality/adaptation-report';
import { countAdaptationTexts, type KnownTexts } from '@/lib/quality/find-adaptation-texts';
import { getSetting } from '@/lib/settings/queries';

export type AdaptationStatus = 'waiting' | 'running' | 'used' | 'not_used' | 'cancelled' | 'failed';

/** One attempt to learn the workspace. */
export interface AdaptationRow {
  id: string;
  number: number;
  status: AdaptationStatus;
  /** Null where it began by itself. */
  requestedBy: string | null;
  requestedAt: Date;
  finishedAt: Date | null;
  /** Share done, 0..1. */
  progress: number;
  labels: number;
  ratings: number;
  report: LanguageReport[];
  /** The name of the version it gave, or null. */
  version: string | null;
  /** Whether it reads the feedback now. */
  isInUse: boolean;
  /** Whether it was made for the engine of this installation as it is now; else it cannot read. */
  fits: boolean;
}

export interface TextLearning {
  /** A page of them, the newest first. */
  adaptations: AdaptationRow[];
  total: number;
  /** The one that reads now, wherever it stands; null for the engine as it is. */
  inUse: AdaptationRow | null;
  /** The one that waits or runs. */
  open: AdaptationRow | null;
  learnsByItself: boolean;
  known: KnownTexts;
  rereading: Rereading | null;
}

/** Attempts on a page. */
export const ATTEMPTS_PER_PAGE = 20;

/** How the engine learns this workspace: what it could learn from, what it tried, and what reads now. */
export async function findTextLearning(scope: Scope, page = 1): Promise<TextLearning> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const current = engineVersion(findEncoderProblem() ? 'fast' : 'full');
    const setting = await getSetting(inner, 'textModel');
    const include = {
      modelVersion: { select: { version: true } },
      requestedBy: { select: { user: { select: { name: true } } } },
    };
    const rows = await db.adaptation.findMany({
      where: { workspaceId },
      orderBy: { number: 'desc' },
      take: ATTEMPTS_PER_PAGE,
      skip: (page - 1) * ATTEMPTS_PER_PAGE,
      include,
    });
    const open = await db.adaptation.findFirst({
      where: { workspaceId, status: { in: ['waiting', 'running'] } },
      include,
    });
    const used = setting.modelVersionId
      ? await db.adaptation.findFirst({
          where: { workspaceId, modelVersionId: setting.modelVersionId },
          include,
        })
      : null;
    const toRow = (row: (typeof rows)[number]): AdaptationRow => ({
      id: row.id,
      number: row.number,
      status: row.status,
      requestedBy: row.requestedBy?.user.name ?? null,
      requestedAt: row.requestedAt,
      finishedAt: row.finishedAt,
      progress: row.progress,
      labels: row.labels,
      ratings: row.ratings,
      report: adaptationReportSchema.catch([]).parse(row.report),
      version: row.modelVersion?.version ?? null,
      isInUse: row.modelVersionId !== null && row.modelVersionId === setting.modelVersionId,
      fits: row.baseVersion === current,
    });
    return {
      adaptations: rows.map(toRow),
      total: await db.adaptation.count({ where: { workspaceId } }),
      inUse: used && toRow(used),
      open: open && toRow(open),
      learnsByItself: setting.learnsByItself,
      known: await countAdaptationTexts(inner),
      rereading: await findRereading(inner),
    };
  });
}
