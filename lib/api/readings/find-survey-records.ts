import type { Place } from '@/lib/api/cursor';
import type { PlacedRow } from '@/lib/api/list-operation';
import type { SurveyRecord } from '@/lib/api/readings/survey-operations';
import type { Scope } from '@/lib/db/scope';
import { stateOf } from '@/lib/surveys/get-survey';

/** Surveys with the questions of the version that is asked now, the newest first. */
export async function findSurveyRecords(
  scope: Scope,
  _filter: object,
  { after, limit }: { after: Place | null; limit: number },
): Promise<PlacedRow<SurveyRecord>[]> {
  const question = {
    select: { key: true, kind: true, text: true, metric: true },
    orderBy: { position: 'asc' },
  } as const;
  const rows = await scope.run((db) =>
    db.survey.findMany({
      where: {
        workspaceId: scope.workspaceId,
        archivedAt: null,
        ...(after ? { id: { lt: after.id } } : {}),
      },
      include: {
        versions: {
          where: { publishedAt: { not: null } },
          orderBy: { number: 'desc' },
          take: 1,
          select: { questions: question },
        },
      },
      orderBy: { id: 'desc' },
      take: limit,
    }),
  );
  return rows.map(({ id, key, name, metric, publicKey, closedAt, createdAt, versions: [version] }) => ({
    place: { at: null, id },
    row: {
      ...{ id, key, name, metric },
      state: publicKey === null ? 'imported' : stateOf(closedAt, version !== undefined),
      createdAt: createdAt.toISOString(),
      questions: version?.questions ?? [],
    },
  }));
}
