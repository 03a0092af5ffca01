import type { AlertQuery } from '@/lib/alerts/alert-filter';
import { type AlertDetails, type AlertKind, type AlertState, alertDetailsSchema } from '@/lib/alerts/schema';
import { type Day, toDay } from '@/lib/annotations/period';
import { notFound } from '@/lib/core/errors';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { besidePlace, type Cursor, cutPage, type KeysetPage } from '@/lib/responses/keyset-page';

const PAGE_SIZE = 25;

export interface AlertRow {
  id: string;
  kind: AlertKind;
  /** The theme it is about now, after merges; null for a score and for comments without a theme. */
  themeId: string | null;
  themeName: string | null;
  subject: string;
  day: Day;
  lastDay: Day;
  /** Null for a score. */
  count: number | null;
  expected: number | null;
  threshold: number | null;
  pValue: number | null;
  qValue: number | null;
  details: AlertDetails;
  quoteIds: string[];
  state: AlertState;
  raisedAt: Date;
  decidedAt: Date | null;
  decidedBy: string | null;
}

/**
 * One page of alerts, the newest day first, or by strength: how many times likelier what was counted is where what was expected is
 * wrong (log likelihood ratio of Poisson counts; of a score the logarithm of its p value).
 */
export async function findAlertPage(
  scope: Scope,
  filter: AlertQuery,
  cursor: Cursor | null,
  pageSize = PAGE_SIZE,
): Promise<KeysetPage<AlertRow>> {
  const at = filter.order === 'strength' ? strengthAsTime : Prisma.sql`(a.day::timestamp AT TIME ZONE 'UTC')`;
  const { place, order } = besidePlace(cursor, { at, id: Prisma.sql`a.id` });
  const rows = await scope.run(
    (db) => db.$queryRaw<(RawRow & { at: Date })[]>`
      ${selectAlerts(Prisma.sql`, ${at} AS at`)}
      WHERE ${alertWhere(scope.workspaceId, filter)} AND ${place}
      ORDER BY ${order} LIMIT ${pageSize + 1}`,
  );
  const atOf = new Map(rows.map(({ id, at }) => [id, at]));
  const alerts = rows.map(({ at: _, ...row }) => toAlert(row));
  return cutPage(alerts, cursor, pageSize, ({ id }) => ({ at: atOf.get(id) ?? new Date(0), id }));
}

/** Strength in thousandths, as a time: pages are cut by a time and an id. */
const strengthAsTime = Prisma.sql`to_timestamp(round((1000 * greatest(0, CASE
  WHEN a.count IS NULL THEN -ln(greatest(a.p_value, 1e-300))
  WHEN a.count = 0 THEN 0
  ELSE a.count * ln(a.count / greatest(coalesce(a.expected, 0), 0.5)) - (a.count - greatest(coalesce(a.expected, 0), 0.5))
END))::numeric)::float8)`;

/** How many alerts {@link findAlertPage} lists over all its pages. */
export async function countAlerts(scope: Scope, filter: AlertQuery): Promise<number> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<{ n: number }[]>`
      SELECT count(*)::int AS n FROM alerts a LEFT JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
      WHERE ${alertWhere(scope.workspaceId, filter)}`,
  );
  return row?.n ?? 0;
}

/** @throws ExpectedError 'not_found' for an alert that is not in the workspace. */
export async function getAlert(scope: Scope, id: string): Promise<AlertRow> {
  const [row] = await scope.run(
    (db) => db.$queryRaw<RawRow[]>`
      ${selectAlerts(Prisma.empty)} WHERE a.workspace_id = ${scope.workspaceId}::uuid AND a.id = ${id}::uuid`,
  );
  if (!row) throw notFound('alert');
  return toAlert(row);
}

type RawRow = Omit<AlertRow, 'day' | 'lastDay' | 'details'> & { day: Date; lastDay: Date; details: unknown };

const selectAlerts = (more: Prisma.Sql) => Prisma.sql`
  SELECT a.id, a.kind::text, coalesce(t.merged_into_id, t.id) AS "themeId", coalesce(m.name, t.name) AS "themeName",
    a.subject, a.day, a.last_day AS "lastDay", a.count, a.expected, a.threshold, a.p_value AS "pValue",
    a.q_value AS "qValue", a.details, a.quote_ids AS "quoteIds", a.state::text, a.raised_at AS "raisedAt",
    a.decided_at AS "decidedAt", u.name AS "decidedBy"
    ${more}
  FROM alerts a
    LEFT JOIN themes t ON t.workspace_id = a.workspace_id AND t.id = a.theme_id
    LEFT JOIN themes m ON m.workspace_id = t.workspace_id AND m.id = t.merged_into_id
    LEFT JOIN members d ON d.workspace_id = a.workspace_id AND d.id = a.decided_by_id
    LEFT JOIN users u ON u.id = d.user_id`;

function alertWhere(workspaceId: string, { state, kind, theme }: AlertQuery): Prisma.Sql {
  const terms = [Prisma.sql`a.workspace_id = ${workspaceId}::uuid`];
  if (state) terms.push(Prisma.sql`a.state = ${state}::alert_state`);
  if (kind) terms.push(Prisma.sql`a.kind = ${kind}::alert_kind`);
  if (theme) terms.push(Prisma.sql`coalesce(t.merged_into_id, t.id) = ${theme}::uuid`);
  return Prisma.join(terms, ' AND ');
}

function toAlert({ day, lastDay, details, ...row }: RawRow): AlertRow {
  return { ...row, day: toDay(day), lastDay: toDay(lastDay), details: alertDetailsSchema.parse(details) };
}
