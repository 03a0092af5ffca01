import type { Scope } from '@/lib/db/scope';
import type { QuestionResult } from '@/lib/surveys/find-results';
import type { Definition, Question, QuestionKind } from '@/lib/widget/definition';

/** Scales, both ends included, of questions that no metric has the scale of; by key. */
export type OwnScales = ReadonlyMap<string, readonly [number, number]>;

/** How the questions of imported surveys are answered, as ours would be; a rating has the scale of a CSAT question. */
const KINDS: Record<string, QuestionKind> = {
  nps: 'nps',
  csat: 'csat',
  ces: 'ces',
  rating: 'csat',
  scale: 'csat',
  choice: 'multiple',
  text: 'long_text',
};

/**
 * The questions of a survey that was asked elsewhere.
 * @param results with the choices that people took; only those somebody answered are told then
 */
export async function findImportedDefinition(
  scope: Scope,
  surveyId: string,
  results: ReadonlyMap<string, QuestionResult> | null = null,
): Promise<{ definition: Definition; scales: OwnScales } | null> {
  const { workspaceId } = scope;
  const asked = await scope.run((db) =>
    db.question.findMany({
      where: { workspaceId, surveyVersion: { surveyId } },
      orderBy: { position: 'asc' },
      select: { key: true, kind: true, text: true, scaleLow: true, scaleHigh: true },
    }),
  );
  const questions = asked.flatMap(({ key, kind, text }): Question[] => {
    const result = results?.get(key);
    const known = KINDS[kind];
    if ((results && !result) || !known) return [];
    const choices = [...(result?.choices ?? [])]
      .sort((a, b) => b[1] - a[1])
      .map(([choice]) => ({ key: choice, text: choice }));
    return [
      {
        ...{ key, kind: known, text, isRequired: false, style: 'numbers', lowLabel: '', highLabel: '' },
        ...{ choices, rows: [], showIf: null, skips: [] },
      },
    ];
  });
  if (questions.length === 0) return null;
  const scales = new Map(
    asked.flatMap(({ key, scaleLow, scaleHigh }) =>
      scaleLow === null || scaleHigh === null ? [] : [[key, [scaleLow, scaleHigh]] as const],
    ),
  );
  const definition: Definition = {
    ...{ language: 'en', questions, fields: [], translations: {} },
    thanks: { title: '', text: '', redirectUrl: '' },
    privacy: { text: '', url: '' },
  };
  return { definition, scales };
}
