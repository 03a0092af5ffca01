import { findArrLines } from '@/lib/accounts/find-arr-lines';
import { convertCents, type MinorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import { feedbackWhere } from '@/lib/annotations/feedback-where';
import { type Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { type DayCounts, type EpochDay, toEpochDay } from '@/lib/health/day-counts';
import type { HealthAccount } from '@/lib/health/features';
import type { HealthCoverage } from '@/lib/health/health-rows';
import { isLowRating } from '@/lib/health/low-rating';

export interface HealthRecords {
  accounts: HealthAccount[];
  coverage: HealthCoverage;
  /** The day at whose start accounts are judged: the day after the last record, or today if that is earlier. */
  asOfDay: EpochDay;
}

interface Stream {
  accountId: string;
  days: number[];
  counts: number[];
}

const NONE: DayCounts = { days: [], counts: [] };

/**
 * Reads what health is made from: accounts and, day by day, what was recorded of them. Records end on the day after the
 * latest statement, conversation, answer or use; events are known as long and up to the last churn. Null without accounts.
 */
export async function loadHealthAccounts(
  scope: Scope,
  { today, factors }: { today: EpochDay; factors: MinorUnitFactors },
): Promise<HealthRecords | null> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const rows = await db.account.findMany({
      where: { workspaceId },
      orderBy: { id: 'asc' },
      select: {
        ...{ id: true, plan: true, segment: true, startedAt: true, churnedAt: true, renewalAt: true },
      },
    });
    if (rows.length === 0) return null;
    const histories = await findArrLines(db, workspaceId);
    const streams = await loadStreams(db, workspaceId, today);
    const accounts = rows.map(({ id, plan, segment, startedAt, churnedAt, renewalAt }) => ({
      ...{ accountId: id, plan, segment },
      startedDay: startedAt && toEpochDay(startedAt),
      churnedDay: churnedAt && toEpochDay(churnedAt),
      renewalDay: renewalAt && toEpochDay(renewalAt),
      arr: (histories.get(id) ?? []).map((line) => ({
        fromDay: toEpochDay(line.validFrom),
        cents: line.arrCents,
        currency: line.currency,
        convertedCents: convertCents(line.arrCents, line.currency, factors),
      })),
      ...streams(id),
    }));
    const bounds = findBounds(accounts, today);
    return { accounts, ...bounds };
  });
}

type Streams = Pick<
  HealthAccount,
  'said' | 'problems' | 'praise' | 'conversations' | 'usage' | 'usageUntil' | 'nps' | 'lowRatings'
>;

/** One row for each account and stream, its days in arrays: a million statements are twenty thousand rows. */
async function loadStreams(
  db: Db,
  workspaceId: string,
  today: EpochDay,
): Promise<(accountId: string) => Streams> {
  const workspace = Prisma.sql`${workspaceId}::uuid`;
  const load = async (days: Prisma.Sql): Promise<Map<string, DayCounts>> => {
    const rows = await db.$queryRaw<Stream[]>`
      SELECT account_id::text AS "accountId", array_agg(day ORDER BY day) AS days,
        array_agg(n ORDER BY day) AS counts
      FROM (${days}) counted GROUP BY 1`;
    return new Map(rows.map(({ accountId, ...stream }) => [accountId, stream]));
  };
  const statements = (where: Prisma.Sql) => Prisma.sql`
    SELECT f.account_id, (f.occurred_at::date - DATE '1970-01-01')::int AS day, count(*)::int AS n
    FROM feedback f WHERE ${where} AND f.account_id IS NOT NULL GROUP BY 1, 2`;
  const answers = (chosen: Prisma.Sql, n: Prisma.Sql) => Prisma.sql`
    SELECT r.account_id, (a.answered_at::date - DATE '1970-01-01')::int AS day, ${n} AS n
    FROM answers a JOIN responses r ON r.workspace_id = a.workspace_id AND r.id = a.response_id
    WHERE a.workspace_id = ${workspace} AND a.score IS NOT NULL AND r.account_id IS NOT NULL AND ${chosen}
    GROUP BY 1, 2`;
  const said = await load(statements(feedbackWhere(workspaceId, {})));
  const problems = await load(statements(feedbackWhere(workspaceId, { problem: '1' })));
  const praise = await load(statements(feedbackWhere(workspaceId, { sentiment: 'positive' })));
  const conversations = await load(Prisma.sql`
    SELECT account_id, (started_at::date - DATE '1970-01-01')::int AS day, count(*)::int AS n
    FROM conversations WHERE workspace_id = ${workspace} AND account_id IS NOT NULL GROUP BY 1, 2`);
  const usage = await load(Prisma.sql`
    SELECT account_id, (occurred_at::date - DATE '1970-01-01')::int AS day, least(sum(count), 2147483647)::int AS n
    FROM usage_events WHERE workspace_id = ${workspace} GROUP BY 1, 2`);
  const lastUses = [...usage.values()].map(({ days }) => days.findLast((day) => day <= today) ?? -Infinity);
  const usageUntil = lastUses.reduce((latest, day) => Math.max(latest, day), -Infinity) + 1;
  const nps = await load(
    answers(
      Prisma.sql`a.metric = 'nps'`,
      Prisma.sql`(array_agg(a.score ORDER BY a.answered_at DESC, a.id DESC))[1]`,
    ),
  );
  const lowRatings = await load(answers(isLowRating, Prisma.sql`count(*)::int`));
  return (id) => ({
    said: said.get(id) ?? NONE,
    problems: problems.get(id) ?? NONE,
    praise: praise.get(id) ?? NONE,
    conversations: conversations.get(id) ?? NONE,
    usage: usage.get(id) ?? NONE,
    usageUntil,
    nps: nps.get(id) ?? NONE,
    lowRatings: lowRatings.get(id) ?? NONE,
  });
}

function findBounds(
  accounts: readonly HealthAccount[],
  today: EpochDay,
): { coverage: HealthCoverage; asOfDay: EpochDay } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  let lastChurn = Number.NEGATIVE_INFINITY;
  let firstStart = Number.POSITIVE_INFINITY;
  for (const account of accounts) {
    for (const { days } of [account.said, account.conversations, account.usage, account.nps]) {
      first = Math.min(first, days[0] ?? first);
      last = Math.max(last, days.findLast((day) => day <= today) ?? last);
    }
    const { startedDay, churnedDay } = account;
    if (startedDay !== null) firstStart = Math.min(firstStart, startedDay);
    if (churnedDay !== null && churnedDay <= today) lastChurn = Math.max(lastChurn, churnedDay);
  }
  const hasRecords = last > Number.NEGATIVE_INFINITY;
  // Without any record only what is known of the accounts themselves is left to learn from.
  const from = hasRecords ? first : Math.min(firstStart, today);
  const asOfDay = hasRecords ? last + 1 : today;
  return { coverage: { from, until: Math.max(asOfDay, lastChurn + 1) }, asOfDay };
}
