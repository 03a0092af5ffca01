import { assignThemes } from '@/lib/annotations/assign-themes';
import { isSettingUp, SETTING_UP_GROWTH, takeBackThemes } from '@/lib/annotations/begin-anew';
import type { DiscoveryProgress } from '@/lib/annotations/discovery-steps';
import { countThemeSpans, findPipelineState, isReading } from '@/lib/annotations/find-pipeline-state';
import { FEWEST_SPANS } from '@/lib/annotations/find-theme-discovery';
import { proposeChanges } from '@/lib/annotations/propose-changes';
import { readSpans } from '@/lib/annotations/read-spans';
import { sampleSpans } from '@/lib/annotations/sample-spans';
import { getTextEngine } from '@/lib/annotations/text-engine';
import { beginLook, finishLook, giveUpLook, LookCancelled, watchLook } from '@/lib/annotations/theme-look';
import { refreshStatistics } from '@/lib/db/refresh-statistics';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import type { EnginePool } from '@/lib/nlp/engine-pool';
import { saveThemeModel } from '@/lib/themes/commands';
import { findThemeModel } from '@/lib/themes/queries';

/** Discovery runs again when the spans have grown by this factor since it last ran. */
const GROWTH = 1.5;
const PAGE = 2000;
/** To assign a million comments takes some minutes. */
const LONGEST_SECONDS = 3600;

interface Options {
  /** Themes are looked for although little has changed. */
  force?: boolean;
  /** Says that the worker wants to stop. */
  signal?: AbortSignal;
  /** Gives what finds themes in the place of the installation's own. */
  openEngine?: () => Promise<Pick<EnginePool, 'discoverThemes'>>;
}

/**
 * Looks for themes when it is due or asked for, then hands over to alerts and ranking. The first look makes the themes of a workspace that has
 * none and assigns every span to them, anew while the first files come in; every later one only proposes changes. While statements are unread or an import
 * runs it leaves the work to whoever ends last. A look that is cancelled ends within seconds and leaves nothing; one whose worker
 * dies is begun again by the next.
 */
export async function discoverThemes(scope: Scope, options: Options = {}): Promise<void> {
  if (isReading(await findPipelineState(scope))) return;
  const spanCount = await countThemeSpans(scope);
  if (spanCount < FEWEST_SPANS) await giveUpLook(scope);
  else {
    const runId = await beginLook(scope, spanCount, options.force || (await isLookDue(scope, spanCount)));
    if (runId) {
      await refreshStatistics(scope);
      await look(scope, { runId, spanCount }, options);
    }
  }
  await enqueue(scope, 'alerts.evaluate', {});
  await enqueue(scope, 'issues.rank', {});
}

async function isLookDue(scope: Scope, spanCount: number): Promise<boolean> {
  const lookedAt = await findSpansLookedAt(scope);
  if (lookedAt === null || spanCount >= lookedAt * GROWTH) return true;
  return spanCount >= lookedAt * SETTING_UP_GROWTH && isSettingUp(scope, spanCount, new Date());
}

interface Run {
  runId: string;
  spanCount: number;
}

async function look(scope: Scope, run: Run, { signal, openEngine = getTextEngine }: Options): Promise<void> {
  const work = watchLook(scope, run.runId, signal);
  try {
    await findAndKeep(scope, run, { ...work, openEngine });
  } catch (error) {
    if (!work.wasCancelled() && !(error instanceof LookCancelled)) throw error;
  } finally {
    work.end();
  }
}

async function findAndKeep(
  scope: Scope,
  run: Run,
  {
    signal,
    onProgress,
    openEngine,
  }: Pick<ReturnType<typeof watchLook>, 'signal' | 'onProgress'> & Required<Pick<Options, 'openEngine'>>,
): Promise<void> {
  const { workspaceId } = scope;
  const spans = await sampleSpans(scope);
  signal.throwIfAborted();
  const engine = await openEngine();
  const found = await engine.discoverThemes(spans, onProgress, signal);
  onProgress({ step: 'assigning', done: 0, total: 0 });
  // Together or not at all: a model without its assignments would look as if all were done.
  await scope.run(
    async (db, inner) => {
      const isAnew = await isSettingUp(inner, run.spanCount, new Date());
      if (isAnew) await takeBackThemes(inner, found, spans);
      const isFirst = isAnew || !(await findThemeModel(inner));
      const hasThemes = !isAnew && (await db.theme.count({ where: { workspaceId, withdrawnAt: null } })) > 0;
      if (isFirst) {
        await saveThemeModel(inner, {
          ...found,
          ...(hasThemes ? { themes: [], subthemes: [] } : {}),
          trainedOn: run.spanCount,
        });
        await assignAll(inner, signal, onProgress);
      }
      if (!isFirst || hasThemes) await proposeChanges(inner, { found, spans, runId: run.runId });
      signal.throwIfAborted();
      await finishLook(db, workspaceId, run.runId);
    },
    { longestSeconds: LONGEST_SECONDS },
  );
}

/**
 * Spans of the last look that ended or was stopped, as far as they are still there: what came in the place of an import that was
 * undone was not looked at. Null before the first look.
 */
async function findSpansLookedAt(scope: Scope): Promise<number | null> {
  const newest = await scope.run((db) =>
    db.themeDiscoveryRun.findFirst({
      where: { workspaceId: scope.workspaceId, status: { in: ['finished', 'cancelled'] } },
      orderBy: [{ ranAt: 'desc' }, { id: 'desc' }],
    }),
  );
  if (newest) return Math.min(newest.spans, await countThemeSpans(scope, newest.ranAt));
  return (await findThemeModel(scope))?.model.trainedOn ?? null;
}

async function assignAll(
  scope: Scope,
  signal: AbortSignal,
  onProgress: (progress: DiscoveryProgress) => void,
): Promise<void> {
  const { workspaceId } = scope;
  const total = await scope.run((db) => db.feedback.count({ where: { workspaceId } }));
  let after = '00000000-0000-0000-0000-000000000000';
  for (let done = 0; ; ) {
    signal.throwIfAborted();
    const { spans, lastId, comments } = await readSpans(scope, { id: { gt: after } }, PAGE);
    if (!lastId) return;
    await assignThemes(scope, spans);
    done += comments;
    onProgress({ step: 'assigning', done, total });
    after = lastId;
  }
}
