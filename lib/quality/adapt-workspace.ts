import { findPipelineState, isReading } from '@/lib/annotations/find-pipeline-state';
import { getTextEngine } from '@/lib/annotations/text-engine';
import { ensureModelVersion, lockTextModel, ownVersion } from '@/lib/annotations/text-model';
import { useTextModel } from '@/lib/annotations/use-text-model';
import { recordAudit } from '@/lib/audit/record';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { packSentimentAdapter, type SentimentAdapter } from '@/lib/nlp/adaptation/sentiment-adapter';
import type { Lane } from '@/lib/nlp/engine';
import type { EnginePool } from '@/lib/nlp/engine-pool';
import { getEnglishModel, getLearnedModels } from '@/lib/nlp/polarity/models';
import type { LanguageReport } from '@/lib/quality/adaptation-report';
import { findAdaptationTexts } from '@/lib/quality/find-adaptation-texts';
import { findDueAdaptation } from '@/lib/quality/find-due-adaptation';
import { judgeAdaptation } from '@/lib/quality/judge-adaptation';

const LOOK_MS = 1000;
const LOOK_AGAIN_SECONDS = 5;

/**
 * Learns the workspace's sentiment from its labels and ratings, where somebody asked for it or enough is new, and uses what
 * was learned where it is measurably better; else the attempt is kept as tried, with what was measured. A worker that dies
 * hands on to the next, which begins again. Learning ends at once when the attempt is cancelled or the worker stops.
 * @param openEngine gives what learns in the place of the installation's own
 */
export async function adaptWorkspace(
  scope: Scope,
  signal: AbortSignal,
  openEngine: () => Promise<EnginePool> = getTextEngine,
): Promise<void> {
  // Not from a part only: it looks again until all is read.
  if (isReading(await findPipelineState(scope))) {
    return enqueue(scope, 'quality.adapt', {}, { startAfterSeconds: LOOK_AGAIN_SECONDS });
  }
  const adaptationId = await findDueAdaptation(scope);
  if (!adaptationId) return;
  const texts = await findAdaptationTexts(scope);
  const labels = texts.filter(({ known }) => known.by === 'label').length;
  const engine = await openEngine();
  const work = watch(scope, adaptationId, signal);
  try {
    const goesOn = await begin(scope, adaptationId, {
      labels,
      ratings: texts.length - labels,
      baseVersion: engine.version,
    });
    if (!goesOn) return;
    const learned = await engine.adapt(texts, work.onProgress, work.signal);
    const judged = learned.map((adaptation) => ({
      language: adaptation.language,
      ...judgeAdaptation(adaptation, bundledCurve(adaptation.language, engine.lane)),
    }));
    const languages = new Map(
      judged.flatMap(({ language, adapter }) => (adapter ? [[language, adapter] as const] : [])),
    );
    await finish(scope, adaptationId, {
      report: judged.map(({ report }) => report).sort((a, b) => knownOf(b) - knownOf(a)),
      adapter: languages.size > 0 ? { lane: engine.lane, languages } : null,
      base: engine,
    });
  } catch (error) {
    if (!work.wasCancelled()) throw error;
  } finally {
    work.end();
  }
}

const knownOf = ({ labels, ratings }: LanguageReport): number => labels + ratings;

function bundledCurve(language: string, lane: Lane) {
  const curve =
    language === 'en' ? getEnglishModel().confidence[lane] : getLearnedModels().get(language)?.confidence;
  if (!curve) throw new Error(`No model was trained for ${language}`);
  return curve;
}

/** Marks an attempt as running; false where it was cancelled before. */
async function begin(
  scope: Scope,
  id: string,
  facts: { labels: number; ratings: number; baseVersion: string },
): Promise<boolean> {
  const { count } = await scope.run((db) =>
    db.adaptation.updateMany({
      where: { workspaceId: scope.workspaceId, id, status: { in: ['waiting', 'running'] } },
      data: { ...facts, status: 'running', startedAt: new Date(), progress: 0 },
    }),
  );
  return count > 0;
}

/** Keeps the progress while the engine learns, and looks whether the attempt was cancelled. */
function watch(scope: Scope, id: string, stopping: AbortSignal) {
  let progress = 0;
  const cancelled = new AbortController();
  const look = async () => {
    const { count } = await scope.run((db) =>
      db.adaptation.updateMany({
        where: { workspaceId: scope.workspaceId, id, status: { in: ['waiting', 'running'] } },
        data: { progress },
      }),
    );
    if (count === 0) cancelled.abort();
  };
  const timer = setInterval(() => void look().catch(() => undefined), LOOK_MS);
  return {
    signal: AbortSignal.any([stopping, cancelled.signal]),
    onProgress: (share: number) => {
      progress = share;
    },
    wasCancelled: () => cancelled.signal.aborted,
    end: () => clearInterval(timer),
  };
}

/** Writes what came of an attempt, once, and puts what was learned to use. */
async function finish(
  scope: Scope,
  id: string,
  {
    report,
    adapter,
    base,
  }: { report: LanguageReport[]; adapter: SentimentAdapter | null; base: { name: string; version: string } },
): Promise<void> {
  const { workspaceId } = scope;
  const key = { workspaceId_id: { workspaceId, id } };
  await scope.run(async (db, inner) => {
    await lockTextModel(db, workspaceId, 'to change');
    const row = await db.adaptation.findUniqueOrThrow({ where: key });
    if (row.status !== 'running') return;
    let modelVersionId: string | null = null;
    if (adapter) {
      const version = ownVersion(base.version, row.number);
      modelVersionId = await ensureModelVersion(db, workspaceId, { name: base.name, version });
      const artifact: Prisma.InputJsonObject = packSentimentAdapter(adapter);
      await db.modelVersion.update({
        where: { workspaceId_id: { workspaceId, id: modelVersionId } },
        data: { artifact },
      });
      await useTextModel(inner, { modelVersionId });
    }
    await db.adaptation.update({
      where: key,
      data: {
        status: adapter ? 'used' : 'not_used',
        progress: 1,
        finishedAt: new Date(),
        report,
        modelVersionId,
      },
    });
    await recordAudit(inner, {
      action: adapter ? 'text_model.adapted' : 'text_model.tried',
      subjectKind: 'adaptation',
      subjectId: id,
      details: { number: row.number, labels: row.labels, ratings: row.ratings },
    });
  });
}

/** Marks what was under way as failed, once its job was given up. */
export async function giveUpAdaptation(scope: Scope): Promise<void> {
  await scope.run((db) =>
    db.adaptation.updateMany({
      where: { workspaceId: scope.workspaceId, status: { in: ['waiting', 'running'] } },
      data: { status: 'failed', finishedAt: new Date() },
    }),
  );
}
