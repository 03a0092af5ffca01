import { notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import type { Metric } from '@/lib/responses/schema';
import type { Delivery } from '@/lib/surveys/schema';
import { readDefinition, readDelivery } from '@/lib/surveys/stored-definition';
import type { Definition } from '@/lib/widget/definition';

export type SurveyState = 'draft' | 'running' | 'closed';

export interface SurveyVersion {
  id: string;
  number: number;
  publishedAt: Date | null;
  definition: Definition;
}

export interface SurveyDetail {
  id: string;
  name: string;
  publicKey: string | null;
  metric: Metric | null;
  state: SurveyState;
  delivery: Delivery;
  /** What is asked now. */
  published: SurveyVersion | null;
  /** What is to be asked next, if it has been changed since. */
  draft: SurveyVersion | null;
}

/** A survey with what it asks. @throws ExpectedError 'not_found'. */
export async function getSurvey(scope: Scope, surveyId: string): Promise<SurveyDetail> {
  const { workspaceId } = scope;
  const row = await scope.run((db) =>
    db.survey.findFirst({
      where: { workspaceId, id: surveyId },
      include: { versions: { orderBy: { number: 'desc' }, take: 2 } },
    }),
  );
  if (!row) throw notFound('survey');
  const versions = row.versions.flatMap(({ id, number, publishedAt, definition: stored }) => {
    const definition = readDefinition(stored);
    return definition ? [{ id, number, publishedAt, definition }] : [];
  });
  const published = versions.find(({ publishedAt }) => publishedAt) ?? null;
  return {
    id: row.id,
    name: row.name,
    publicKey: row.publicKey,
    metric: row.metric,
    state: stateOf(row.closedAt, row.publicKey !== null && published !== null),
    delivery: readDelivery(row.delivery),
    published,
    draft: versions.find(({ publishedAt }) => !publishedAt) ?? null,
  };
}

/** Whether a survey takes answers. */
export function stateOf(closedAt: Date | null, isPublished: boolean): SurveyState {
  if (closedAt) return 'closed';
  return isPublished ? 'running' : 'draft';
}

/** The keys of every question that any published version asked. */
export async function findAskedKeys(scope: Scope, surveyId: string): Promise<string[]> {
  const { workspaceId } = scope;
  const rows = await scope.run((db) =>
    db.question.findMany({
      where: { workspaceId, surveyVersion: { surveyId } },
      select: { key: true },
      distinct: ['key'],
    }),
  );
  return rows.map(({ key }) => key);
}
