import type { Scope } from '@/lib/db/scope';
import type { Encoder } from '@/lib/nlp/encoder/encoder';
import { type AnnotationEngine, makeEngine } from '@/lib/nlp/engine';
import { withClient } from '../../scripts/database/prepare.mjs';
import type { LabelledSet } from './sets';

/** By the clock, and of this process's processor time: a busy machine changes the first. */
type Step = { what: string; seconds: number; cpuSeconds: number };

/** Rows written at once. */
const PAGE = 5000;
const PERIOD = { from: '2026-01-01', to: '2026-12-31', before: null };
/** A word that stands in one text of a few hundred. */
const TERM = 'atm';

/**
 * A workspace of so many comments, read in the full lane, with the themes that a discovery found: how long an edit takes until a
 * screen shows it, and until all comments are assigned anew. The environment names the database by now.
 */
export async function measureEdits(
  sets: readonly LabelledSet[],
  count: number,
  encoder: Encoder,
  ownerUrl: string,
): Promise<Step[]> {
  const { reassignThemes } = await import('@/lib/annotations/reassign-themes');
  const { findThemesOverview } = await import('@/lib/annotations/find-theme-figures');
  const { countFeedback } = await import('@/lib/annotations/find-feedback');
  const { discoverThemesWithEncoder } = await import('@/lib/nlp/themes/discover');
  const { sampleSpans } = await import('@/lib/annotations/sample-spans');
  const { saveThemeModel } = await import('@/lib/themes/commands');
  const { mergeThemes } = await import('@/lib/themes/merge-themes');
  const { moveThemes } = await import('@/lib/themes/move-themes');
  const { steerTheme } = await import('@/lib/themes/steer-theme');
  const { makeMember, makeOwnedWorkspace } = await import('@/lib/workspaces/testing/make-members');
  const { makeSource } = await import('@/lib/db/testing/make-workspace');
  const { requestReassignment } = await import('@/lib/themes/request-reassignment');

  const { scope } = await makeMember((await makeOwnedWorkspace()).scope, 'cx_lead');
  await storeRead(scope, await makeSource(scope), sets, count, makeEngine(encoder));
  await withClient(ownerUrl, (client) => client.query('ANALYZE'));
  const steps: Step[] = [];
  const stopwatch = () => {
    const [start, cpu] = [performance.now(), process.cpuUsage()];
    return (what: string) => {
      const { user, system } = process.cpuUsage(cpu);
      steps.push({ what, seconds: (performance.now() - start) / 1000, cpuSeconds: (user + system) / 1e6 });
    };
  };
  const time = async (what: string, work: () => Promise<unknown>) => {
    const stop = stopwatch();
    await work();
    stop(what);
  };
  const found = await discoverThemesWithEncoder(await sampleSpans(scope), encoder);
  await saveThemeModel(scope, { ...found, trainedOn: count });
  await requestReassignment(scope, []);
  await time('all comments assigned the first time', () => reassignThemes(scope));
  await withClient(ownerUrl, (client) => client.query('ANALYZE'));

  const show = () => findThemesOverview(scope, PERIOD);
  await time('the screen of all themes, without an edit', show);
  const { themes } = await show();
  // Those without sub-themes may be merged and moved as they are.
  const [first, second, third, fourth] = themes.filter(({ branch }) => !branch).map(({ themeId }) => themeId);
  if (!first || !second || !third || !fourth) throw new Error('too few themes were found');
  await time('a merge, until the screen shows it', async () => {
    await mergeThemes(scope, { themeIds: [second], intoId: first });
    await show();
  });
  await time('a move to the top, until the screen shows it', async () => {
    await moveThemes(scope, { themeIds: [third], parentId: null });
    await show();
  });
  const words = { definition: '', includeTerms: [TERM], excludeTerms: [], examples: [] };
  const stop = stopwatch();
  await steerTheme(scope, { themeId: fourth, ...words });
  const whole = reassignThemes(scope);
  const all = await countFeedback(scope, { q: TERM });
  while ((await countFeedback(scope, { q: TERM, theme: fourth })) === 0) await pause();
  stop('a rule, until the first comments with its word have the theme');
  while ((await countFeedback(scope, { q: TERM, theme: fourth })) < all) await pause();
  stop(`a rule, until all ${all} comments with its word have the theme`);
  await whole;
  stop('a rule, until all comments were looked at anew');
  return steps;
}

const pause = () => new Promise((resolve) => setTimeout(resolve, 100));

/**
 * Stores comments of one statement each as the engine leaves them. Texts are those of the sets over and over, each time with a
 * word of their own; what they mean is read once.
 */
async function storeRead(
  scope: Scope,
  sourceId: string,
  sets: readonly LabelledSet[],
  count: number,
  engine: Pick<AnnotationEngine, 'encode'>,
): Promise<void> {
  const { newId, sha256 } = await import('@/lib/core/ids');
  const { writeVectors } = await import('@/lib/annotations/span-vectors');
  const pool = [...new Set(sets.flatMap(({ texts }) => texts.map(({ text }) => text)))].slice(0, count);
  const vectors = await engine.encode(pool.map((text) => ({ text, language: 'en' })));
  const { workspaceId } = scope;
  const read = { sentimentLabel: 'neutral', sentimentScore: 0, kind: 'statement' } as const;
  for (let from = 0; from < count; from += PAGE) {
    const rows = Array.from({ length: Math.min(PAGE, count - from) }, (_, at) => {
      const place = (from + at) % pool.length;
      const text = `${pool[place]} case${Math.floor((from + at) / pool.length)}`;
      return { id: newId(), spanId: newId(), text, vector: vectors[place] ?? null, day: (from + at) % 300 };
    });
    await scope.run(async (db) => {
      await db.feedback.createMany({
        data: rows.map(({ id, text, day }) => ({
          ...{ workspaceId, id, sourceId, externalId: id, channel: 'survey' as const, text },
          ...{ textHash: sha256(text), occurredAt: new Date(Date.UTC(2026, 0, 1 + day)) },
          ...{ annotatedAt: new Date(), language: 'en', sentimentConfidence: 0.8, ...read },
        })),
      });
      await db.span.createMany({
        data: rows.map(({ id, spanId, text }) => ({
          ...{ workspaceId, id: spanId, feedbackId: id, start: 0, end: text.length, ...read },
        })),
      });
      await writeVectors(
        db,
        workspaceId,
        rows.map(({ spanId, vector }) => ({ id: spanId, vector })),
      );
    });
  }
}
