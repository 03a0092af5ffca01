import { assignThemes } from '@/lib/annotations/assign-themes';
import { countThemeSpans, findPipelineState, isReading } from '@/lib/annotations/find-pipeline-state';
import { FEWEST_SPANS } from '@/lib/annotations/find-theme-discovery';
import { getTextEngine } from '@/lib/annotations/text-engine';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import type { ThemeSegment } from '@/lib/nlp/themes/theme-model';
import { saveThemeModel } from '@/lib/themes/commands';
import { findThemeModel } from '@/lib/themes/queries';
import { reconcileThemes } from '@/lib/themes/reconcile';

/** Spans that discovery looks at; the rest is assigned to what it finds. */
const MOST_SPANS = 20_000;
/** Discovery runs again when the spans have grown by this factor since it last ran. */
const GROWTH = 1.5;
const PAGE = 2000;

/**
 * Finds themes when it is due and assigns every span to them, then hands over to ranking. Themes found before keep
 * their id and name. While statements are unread or an import runs it leaves the work to whoever ends last.
 */
export async function discoverThemes(scope: Scope, { force = false } = {}): Promise<void> {
  if (isReading(await findPipelineState(scope))) return;
  const spanCount = await countThemeSpans(scope);
  const previous = await findThemeModel(scope);
  const due = force || !previous || spanCount >= previous.model.trainedOn * GROWTH;
  if (due && spanCount >= FEWEST_SPANS) {
    const spans = await scope.run((db) => sampleSpans(db, scope.workspaceId));
    const engine = await getTextEngine();
    const found = await engine.discoverThemes(spans);
    const model = reconcileThemes(previous?.model ?? null, { ...found, trainedOn: spanCount });
    // Together or not at all: a model without its assignments would look as if all were done.
    await scope.run(async (_db, inner) => {
      await saveThemeModel(inner, model);
      await assignAll(inner);
    });
  }
  await enqueue(scope, 'issues.rank', {});
}

interface SampledSpan {
  textHash: string;
  start: number;
  end: number;
  text: string;
  language: string | null;
}

/**
 * Every span, or a fixed pseudo-random choice of {@link MOST_SPANS}. Spans are named and ordered by the text they stand
 * in, not by their random ids: the same words imported on another machine give the same themes.
 */
async function sampleSpans(db: Db, workspaceId: string): Promise<ThemeSegment[]> {
  const rows = await db.$queryRaw<SampledSpan[]>`
    SELECT f.text_hash AS "textHash", s.start, s."end", f.text, f.language
    FROM spans s JOIN feedback f ON f.workspace_id = s.workspace_id AND f.id = s.feedback_id
    WHERE s.workspace_id = ${workspaceId}::uuid AND s.kind <> 'no_content'
    ORDER BY f.text_hash, s.start
    LIMIT ${MOST_SPANS}`;
  return rows.map(({ textHash, start, end, text, language }) => ({
    id: `${textHash}:${start}`,
    text: text.slice(start, end),
    language,
    commentId: textHash,
  }));
}

async function assignAll(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await db.themeAssignment.deleteMany({ where: { workspaceId, maker: 'engine' } });
    let after = '00000000-0000-0000-0000-000000000000';
    for (;;) {
      const page = await db.feedback.findMany({
        where: { workspaceId, id: { gt: after } },
        orderBy: { id: 'asc' },
        take: PAGE,
        select: {
          id: true,
          text: true,
          language: true,
          spans: { select: { id: true, start: true, end: true, kind: true } },
        },
      });
      const last = page.at(-1);
      if (!last) return;
      await assignThemes(
        inner,
        page.flatMap(({ id, text, language, spans }) =>
          spans.map((span) => ({
            id: span.id,
            feedbackId: id,
            text: text.slice(span.start, span.end),
            language,
            kind: span.kind ?? 'statement',
          })),
        ),
      );
      after = last.id;
    }
  });
}
