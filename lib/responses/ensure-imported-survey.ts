import { idFrom } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import type { Metric } from '@/lib/responses/schema';

/** A question of a questionnaire that was asked elsewhere. */
export interface ImportedQuestion {
  /** Its words; they name it, too. */
  text: string;
  kind: 'nps' | 'csat' | 'ces' | 'rating' | 'scale' | 'choice' | 'text';
  /** Of a scale: both ends, included. */
  scale?: { low: number; high: number };
}

/** What answers refer to. */
export interface ImportedSurvey {
  surveyId: string;
  surveyVersionId: string;
  /** Ids of questions by their words. */
  questionIds: ReadonlyMap<string, string>;
}

const METRICS: Partial<Record<ImportedQuestion['kind'], Metric>> = {
  nps: 'nps',
  csat: 'csat',
  ces: 'ces',
  rating: 'rating',
};

/**
 * The survey that responses of a source answer: one for each source, made with the first of them. A question not asked
 * before is added to it; ids follow from the words, so two workers make the same.
 */
export async function ensureImportedSurvey(
  scope: Scope,
  { sourceId, name }: { sourceId: string; name: string },
  questions: readonly ImportedQuestion[],
): Promise<ImportedSurvey> {
  const { workspaceId } = scope;
  const surveyId = importedSurveyId(sourceId);
  const surveyVersionId = idFrom(`version of imported survey ${surveyId}`);
  const ids = new Map(
    questions.map(({ text }) => [text, idFrom(`question of ${surveyVersionId}: ${text}`)] as const),
  );
  const metric = questions.map(({ kind }) => METRICS[kind]).find(Boolean) ?? null;
  await scope.run(async (db) => {
    const now = new Date();
    await db.survey.createMany({
      data: [{ workspaceId, id: surveyId, key: `imported-${sourceId}`, name: name.slice(0, 200), metric }],
      skipDuplicates: true,
    });
    await db.surveyVersion.createMany({
      data: [
        {
          workspaceId,
          id: surveyVersionId,
          surveyId,
          number: 1,
          definition: { imported: true },
          publishedAt: now,
        },
      ],
      skipDuplicates: true,
    });
    await db.question.createMany({
      data: questions.map(({ text, kind, scale }, position) => ({
        workspaceId,
        id: ids.get(text) ?? '',
        surveyVersionId,
        key: questionKey(text),
        kind,
        text,
        metric: METRICS[kind] ?? null,
        scaleLow: scale?.low ?? null,
        scaleHigh: scale?.high ?? null,
        position,
      })),
      skipDuplicates: true,
    });
    // What an earlier import kept as choices is told on its scale from now on.
    for (const { text, scale } of questions) {
      if (!scale) continue;
      await db.question.updateMany({
        where: { workspaceId, id: ids.get(text) ?? '', kind: 'choice' },
        data: { kind: 'scale', scaleLow: scale.low, scaleHigh: scale.high },
      });
    }
  });
  return { surveyId, surveyVersionId, questionIds: ids };
}

/** The id of the survey that responses of a source answer. */
export function importedSurveyId(sourceId: string): string {
  return idFrom(`imported survey of source ${sourceId}`);
}

/** A short name of a question that stays the same as long as its words do. */
export function questionKey(text: string): string {
  return `q_${idFrom(text).slice(0, 8)}`;
}
