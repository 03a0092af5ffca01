import type { Scope } from '@/lib/db/scope';
import { readDefinition } from '@/lib/surveys/stored-definition';
import type { Definition } from '@/lib/widget/definition';

export interface PublishedVersion {
  number: number;
  publishedAt: Date;
  definition: Definition;
  /** Responses that count, as `selectionWhere` counts them. */
  responses: number;
  /** Of these, how many gave each consent, by the question's key. */
  consents: Map<string, number>;
}

/**
 * What was published of a survey, the latest first: which words of privacy and which consent a response stands for is told by
 * its version, which never changes. A consent stays with the words it was given to, also where its author has come to others.
 */
export async function findVersions(scope: Scope, surveyId: string, most = 50): Promise<PublishedVersion[]> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const versions = await db.surveyVersion.findMany({
      where: { workspaceId, surveyId, publishedAt: { not: null } },
      orderBy: { number: 'desc' },
      take: most,
    });
    const counts = await db.$queryRaw<{ versionId: string; key: string | null; n: number }[]>`
      SELECT r.survey_version_id AS "versionId", NULL AS key, count(*)::int AS n
      FROM responses r
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.survey_id = ${surveyId}::uuid AND r.suspect_reason IS NULL
      GROUP BY 1
      UNION ALL
      SELECT q.survey_version_id, q.key, count(DISTINCT r.id)::int
      FROM responses r
        JOIN answers w ON w.workspace_id = r.workspace_id AND w.response_id = r.id
        JOIN questions q ON q.workspace_id = w.workspace_id AND q.id = w.question_id AND q.kind = 'consent'
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.survey_id = ${surveyId}::uuid AND r.suspect_reason IS NULL
        AND 'yes' = ANY (w.choices)
      GROUP BY 1, 2`;
    return versions.flatMap(({ id, number, publishedAt, definition: stored }) => {
      const definition = readDefinition(stored);
      if (!definition || !publishedAt) return [];
      const mine = counts.filter(({ versionId }) => versionId === id);
      return [
        {
          ...{ number, publishedAt, definition },
          responses: mine.find(({ key }) => key === null)?.n ?? 0,
          consents: new Map(mine.flatMap(({ key, n }) => (key === null ? [] : [[key, n] as const]))),
        },
      ];
    });
  });
}

/** What every published version of a survey asked, by its number, the latest first. */
export async function findDefinitions(scope: Scope, surveyId: string): Promise<Map<number, Definition>> {
  const versions = await scope.run((db) =>
    db.surveyVersion.findMany({
      where: { workspaceId: scope.workspaceId, surveyId, publishedAt: { not: null } },
      orderBy: { number: 'desc' },
      select: { number: true, definition: true },
    }),
  );
  return new Map(
    versions.flatMap(({ number, definition: stored }) => {
      const definition = readDefinition(stored);
      return definition ? [[number, definition] as const] : [];
    }),
  );
}
