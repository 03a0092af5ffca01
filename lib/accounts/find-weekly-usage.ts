import { ACTIVE_USERS, type UsageWeek } from '@/lib/accounts/usage-trend';
import type { Scope } from '@/lib/db/scope';

const MS_PER_DAY = 86_400_000;

/**
 * People active in each of an account's last weeks: the count that a source records as `active_users`, else the number
 * of contacts with an event. Ends with the last week with a record; weeks without one in between count 0.
 * @param until the last day that counts; a week (Monday to Sunday) that ends after it is not whole and left out
 */
export async function findWeeklyUsage(
  scope: Scope,
  accountId: string,
  { until, weeks }: { until: Date; weeks: number },
): Promise<UsageWeek[]> {
  const rows = await scope.run(
    (db) => db.$queryRaw<{ monday: Date; activeUsers: number }[]>`
      SELECT date_trunc('week', occurred_at)::date AS monday,
        coalesce(max(count) FILTER (WHERE name = ${ACTIVE_USERS}), count(DISTINCT contact_id))::int AS "activeUsers"
      FROM usage_events
      WHERE workspace_id = ${scope.workspaceId}::uuid AND account_id = ${accountId}::uuid
        AND occurred_at < date_trunc('week', ${until}::timestamptz + interval '1 day')
      GROUP BY 1 ORDER BY 1 DESC LIMIT ${weeks}`,
  );
  const last = rows[0];
  if (!last) return [];
  const activeUsersIn = new Map(rows.map((row) => [row.monday.getTime(), row.activeUsers]));
  const first = Math.max(
    rows.at(-1)?.monday.getTime() ?? 0,
    last.monday.getTime() - (weeks - 1) * 7 * MS_PER_DAY,
  );
  const series: UsageWeek[] = [];
  for (let monday = first; monday <= last.monday.getTime(); monday += 7 * MS_PER_DAY) {
    series.push({ monday: new Date(monday), activeUsers: activeUsersIn.get(monday) ?? 0 });
  }
  return series;
}
