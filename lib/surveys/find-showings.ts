import { Prisma } from '@/lib/db/client';
import { dayBegins, dayEnds } from '@/lib/db/day-bounds';
import type { Scope } from '@/lib/db/scope';
import { accountFieldOf, splitTrait } from '@/lib/responses/address';
import { besidePlace, type Cursor, cutPage, type KeysetPage } from '@/lib/responses/keyset-page';
import type { ResponseSelection } from '@/lib/surveys/response-selection';
import { partOfShowing } from '@/lib/surveys/result-parts';
import { accountOfShowing } from '@/lib/surveys/showing-account';

/** Days, and accounts: of the response, or else where the person works who was asked. */
export type ShowingFilter = Pick<
  ResponseSelection,
  'from' | 'to' | 'plan' | 'segment' | 'trait' | 'channel' | 'without' | 'each'
>;

export interface ShowingRow {
  id: string;
  shownAt: Date;
  channel: string;
  /** By name, or else by what is known of them: address, number, the customer's own key. */
  contactName: string | null;
  /** What came of it. */
  outcome: 'completed' | 'begun' | 'none';
}

/**
 * The showings of a survey that fit, as SQL over impressions under the alias `i`. One whose answer may not come from a person was
 * none to a person either, so that no machine lowers a response rate.
 */
export function shownWhere(
  workspaceId: string,
  surveyId: string,
  { each, ...filter }: ShowingFilter,
): Prisma.Sql {
  const { from, to, plan, segment, trait, channel, without } = filter;
  const ofAccount =
    plan || segment
      ? Prisma.sql`AND EXISTS (
          SELECT 1 FROM accounts c WHERE c.workspace_id = i.workspace_id AND c.id = ${accountOfShowing}
            AND ${plan ? Prisma.sql`c.plan = ${plan}` : Prisma.sql`true`}
            AND ${segment ? Prisma.sql`c.segment = ${segment}` : Prisma.sql`true`})`
      : Prisma.empty;
  const narrowed = [ofAccount];
  if (trait) {
    const { name, value } = splitTrait(trait);
    const field = accountFieldOf(name);
    narrowed.push(
      field === null
        ? Prisma.sql`AND i.fields ->> ${name} = ${value}`
        : Prisma.sql`AND EXISTS (
            SELECT 1 FROM accounts f WHERE f.workspace_id = i.workspace_id AND f.id = ${accountOfShowing}
              AND f.custom ->> ${field} = ${value})`,
    );
  }
  if (from) narrowed.push(Prisma.sql`AND i.shown_at >= ${dayBegins(from)}`);
  if (to) narrowed.push(Prisma.sql`AND i.shown_at < ${dayEnds(to)}`);
  if (channel) narrowed.push(Prisma.sql`AND i.channel = ${channel}`);
  const part = without ? partOfShowing(without) : null;
  if (part) narrowed.push(Prisma.sql`AND ${part} = ''`);
  if (each) {
    const person = Prisma.sql`coalesce(i.contact_id, r.contact_id, i.id)`;
    narrowed.push(Prisma.sql`AND i.id IN (
      SELECT DISTINCT ON (${person}) i.id
      FROM impressions i LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.id = i.id
      WHERE ${shownWhere(workspaceId, surveyId, filter)} ORDER BY ${person}, i.shown_at DESC, i.id)`);
  }
  return Prisma.sql`i.workspace_id = ${workspaceId}::uuid AND i.survey_id = ${surveyId}::uuid
    AND NOT EXISTS (SELECT 1 FROM responses s
      WHERE s.workspace_id = i.workspace_id AND s.id = i.id AND s.suspect_reason IS NOT NULL) ${Prisma.join(narrowed, ' ')}`;
}

/** One page of the times a survey was shown, newest first. */
export async function findShowings(
  scope: Scope,
  surveyId: string,
  filter: ShowingFilter,
  cursor: Cursor | null,
  pageSize = 50,
): Promise<KeysetPage<ShowingRow>> {
  const { place, order } = besidePlace(cursor, { at: Prisma.sql`i.shown_at`, id: Prisma.sql`i.id` });
  const found = await scope.run(
    (db) => db.$queryRaw<ShowingRow[]>`
      SELECT i.id, i.shown_at AS "shownAt", i.channel, coalesce(p.name, p.email, p.phone, p.external_id) AS "contactName",
        CASE WHEN r.id IS NULL THEN 'none' WHEN r.completed_at IS NULL THEN 'begun' ELSE 'completed' END AS outcome
      FROM impressions i
        LEFT JOIN responses r ON r.workspace_id = i.workspace_id AND r.id = i.id
        LEFT JOIN contacts p ON p.workspace_id = i.workspace_id
          AND p.id = coalesce(i.contact_id, r.contact_id)
      WHERE ${shownWhere(scope.workspaceId, surveyId, filter)} AND ${place}
      ORDER BY ${order}
      LIMIT ${pageSize + 1}`,
  );
  return cutPage(found, cursor, pageSize, ({ shownAt, id }) => ({ at: shownAt, id }));
}

/** How many there are. */
export async function countShowings(scope: Scope, surveyId: string, filter: ShowingFilter): Promise<number> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM impressions i WHERE ${shownWhere(scope.workspaceId, surveyId, filter)}`,
  );
  return row?.n ?? 0;
}
