import { z } from 'zod';
import type { Place } from '@/lib/api/cursor';
import { writtenCustom, writtenTime } from '@/lib/api/fields';
import type { PlacedRow } from '@/lib/api/list-operation';
import { olderThan } from '@/lib/api/older-than';
import { Prisma } from '@/lib/db/client';
import { dayBegins, dayEnds } from '@/lib/db/day-bounds';
import type { Scope } from '@/lib/db/scope';
import { metrics } from '@/lib/responses/schema';

/** One person's answers to one questionnaire. Its texts are statements of feedback. */
export const responseRecordSchema = z
  .object({
    id: z.uuid(),
    source: z.string(),
    externalId: z.string(),
    submittedAt: writtenTime,
    survey: z.object({ id: z.uuid(), key: z.string(), name: z.string() }).nullable(),
    accountId: z.uuid().nullable(),
    contactId: z.uuid().nullable(),
    scores: z.array(z.object({ metric: z.enum(metrics), score: z.int() })),
    feedbackIds: z.array(z.uuid()),
    custom: writtenCustom,
  })
  .meta({ id: 'ScoredResponse' });
type ResponseRecord = z.input<typeof responseRecordSchema>;

export interface ResponseRecordFilter {
  metric?: (typeof metrics)[number] | undefined;
  survey?: string | undefined;
  account?: string | undefined;
  contact?: string | undefined;
  source?: string | undefined;
  externalId?: string | undefined;
  from?: string | undefined;
  to?: string | undefined;
}

/** Responses with their scores, the newest first. Those held as suspect have none yet and are left out. */
export async function findResponseRecords(
  scope: Scope,
  filter: ResponseRecordFilter,
  { after, limit }: { after: Place | null; limit: number },
): Promise<PlacedRow<ResponseRecord>[]> {
  const { place, order } = olderThan(after, { at: Prisma.sql`r.submitted_at`, id: Prisma.sql`r.id` });
  const rows = await scope.run(
    (db) => db.$queryRaw<(Omit<ResponseRecord, 'submittedAt'> & { submittedAt: Date })[]>`
      SELECT r.id, o.name AS source, r.external_id AS "externalId", r.submitted_at AS "submittedAt",
        r.account_id AS "accountId", r.contact_id AS "contactId", r.custom,
        CASE WHEN v.id IS NOT NULL THEN jsonb_build_object('id', v.id, 'key', v.key, 'name', v.name) END AS survey,
        coalesce((
          SELECT jsonb_agg(jsonb_build_object('metric', w.metric, 'score', w.score) ORDER BY w.metric, w.id)
          FROM answers w WHERE w.workspace_id = r.workspace_id AND w.response_id = r.id
            AND w.metric IS NOT NULL AND w.score IS NOT NULL), '[]') AS scores,
        coalesce((
          SELECT jsonb_agg(f.id ORDER BY f.id)
          FROM feedback f WHERE f.workspace_id = r.workspace_id AND f.response_id = r.id), '[]') AS "feedbackIds"
      FROM responses r
        JOIN sources o ON o.workspace_id = r.workspace_id AND o.id = r.source_id
        LEFT JOIN surveys v ON v.workspace_id = r.workspace_id AND v.id = r.survey_id
      WHERE ${where(scope.workspaceId, filter)} AND ${place}
      ORDER BY ${order}
      LIMIT ${limit}`,
  );
  return rows.map((row) => ({
    place: { at: row.submittedAt, id: row.id },
    row: { ...row, submittedAt: row.submittedAt.toISOString() },
  }));
}

function where(workspaceId: string, filter: ResponseRecordFilter): Prisma.Sql {
  const terms = [Prisma.sql`r.workspace_id = ${workspaceId}::uuid`, Prisma.sql`r.held_answers IS NULL`];
  const add = (term: Prisma.Sql) => terms.push(term);
  if (filter.survey) add(Prisma.sql`v.key = ${filter.survey}`);
  if (filter.account) add(Prisma.sql`r.account_id = ${filter.account}::uuid`);
  if (filter.contact) add(Prisma.sql`r.contact_id = ${filter.contact}::uuid`);
  if (filter.source) add(Prisma.sql`o.name = ${filter.source}`);
  if (filter.externalId) add(Prisma.sql`r.external_id = ${filter.externalId}`);
  if (filter.from) add(Prisma.sql`r.submitted_at >= ${dayBegins(filter.from)}`);
  if (filter.to) add(Prisma.sql`r.submitted_at < ${dayEnds(filter.to)}`);
  if (filter.metric) {
    add(Prisma.sql`EXISTS (
      SELECT 1 FROM answers w WHERE w.workspace_id = r.workspace_id AND w.response_id = r.id
        AND w.metric = ${filter.metric}::metric AND w.score IS NOT NULL)`);
  }
  return Prisma.join(terms, ' AND ');
}
