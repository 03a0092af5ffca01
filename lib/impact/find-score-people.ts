import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { scoredResponses } from '@/lib/impact/scored-responses-sql';
import type { DrivenMetric } from '@/lib/stats/answer-value';

/** Someone who gave a score and wrote something; an answer without a contact stands for a person of its own. */
export interface ScorePerson {
  personId: string;
  /** Null for an answer without a contact. */
  contactId: string | null;
  name: string | null;
  /** Their latest score and when it was given. */
  score: number;
  answeredAt: Date;
  complains: boolean;
  /** Their answers that the figure counts, all with a score and words, and those of them that complain of the theme. */
  answers: number;
  complainingAnswers: number;
}

/** People who gave a score and wrote something, those of them who complain of the theme, and their answers alike. */
export interface ScorePeopleCounts {
  contacts: number;
  contactsWithTheme: number;
  answers: number;
  complainingAnswers: number;
}

/** One page of the people behind a theme's effect on a score, the latest answer first, and how many there are now. */
export async function findScorePeople(
  scope: Scope,
  themeId: string,
  {
    metric,
    onlyComplaining,
    page,
    pageSize,
  }: { metric: DrivenMetric; onlyComplaining: boolean; page: number; pageSize: number },
): Promise<{ counts: ScorePeopleCounts; rows: ScorePerson[] }> {
  const people = Prisma.sql`
    people AS (
      SELECT person_id, max(contact_id::text)::uuid AS contact_id,
        max(answered_at) AS answered_at, (array_agg(score ORDER BY answered_at DESC, response_id DESC))[1] AS score,
        bool_or(${themeId}::uuid = ANY(themes)) AS complains, count(*)::int AS answers,
        (count(*) FILTER (WHERE ${themeId}::uuid = ANY(themes)))::int AS complaining_answers
      FROM (${scoredResponses(scope.workspaceId, metric)}) scored
      GROUP BY person_id)`;
  return scope.run(async (db) => {
    const [counts] = await db.$queryRaw<ScorePeopleCounts[]>`
      WITH ${people}
      SELECT count(*)::int AS contacts, (count(*) FILTER (WHERE complains))::int AS "contactsWithTheme",
        coalesce(sum(answers), 0)::int AS answers, coalesce(sum(complaining_answers), 0)::int AS "complainingAnswers"
      FROM people`;
    const rows = await db.$queryRaw<ScorePerson[]>`
      WITH ${people}
      SELECT p.person_id AS "personId", p.contact_id AS "contactId", coalesce(c.name, c.email, c.external_id) AS name,
        p.score, p.answered_at AS "answeredAt", p.complains, p.answers, p.complaining_answers AS "complainingAnswers"
      FROM people p LEFT JOIN contacts c ON c.workspace_id = ${scope.workspaceId}::uuid AND c.id = p.contact_id
      WHERE ${onlyComplaining ? Prisma.sql`p.complains` : Prisma.sql`true`}
      ORDER BY p.answered_at DESC, p.person_id
      LIMIT ${pageSize}::int OFFSET ${(page - 1) * pageSize}::int`;
    return {
      counts: counts ?? { contacts: 0, contactsWithTheme: 0, answers: 0, complainingAnswers: 0 },
      rows,
    };
  });
}
