import { fieldWhere } from '@/lib/accounts/custom-fields';
import { type AccountArrLine, findArrLines } from '@/lib/accounts/find-arr-lines';
import { convertCents, minorUnitFactors } from '@/lib/accounts/minor-unit-factors';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { findCoverage } from '@/lib/impact/coverage';
import { loadMentions, type MentionCounts } from '@/lib/impact/load-mentions';
import { type EpochDay, startOfDay, toEpochDay } from '@/lib/impact/months';
import type { PanelAccount, PanelInput } from '@/lib/impact/panel';
import type { RecordFilter } from '@/lib/impact/record-filter';
import { themePlaces } from '@/lib/themes/theme-places';

/** Everything impact is computed from, as the database has it. A theme here is one at the top, with its sub-themes. */
export interface WorkspaceRecords extends PanelInput {
  themeIds: string[];
  asOfDay: EpochDay;
  /** Of each theme complained about before that day. */
  mentionCounts: Map<string, MentionCounts>;
  strategicWeights: Map<string, number>;
  currency: string;
  /** Customers of the last day whose ARR then is in a currency without a rate: it counts as unknown. */
  accountsWithoutRate: number;
}

/** Units of the workspace's currency that one unit of another is worth, by ISO 4217 code. */
export type CurrencyRates = Readonly<Record<string, number>>;

/**
 * Reads a workspace's accounts and problem mentions. Records end on the day after the latest feedback, or today if that
 * is earlier: an import of old data is judged as of its own time.
 * With a filter only the accounts and complaints in it count; the records begin and end with its days.
 * @returns null while there is no theme or no feedback.
 */
export async function loadWorkspaceRecords(
  scope: Scope,
  {
    today,
    currency,
    rates,
    filter = {},
    strataField = '',
  }: {
    today: EpochDay;
    currency: string;
    rates: CurrencyRates;
    filter?: RecordFilter;
    /** Of the workspace's own; its values are kept with the accounts. Empty for none. */
    strataField?: string | undefined;
  },
): Promise<WorkspaceRecords | null> {
  return scope.run(async (db) => {
    const { workspaceId } = scope;
    // All of the workspace is read, for which hashing is never far from best. A period of its own makes the planner expect few
    // rows and look up the spans of each one by one: ten times as long.
    await db.$executeRaw`SET LOCAL enable_nestloop = off`;
    const [period] = await db.$queryRaw<{ first: Date | null; last: Date | null }[]>`
      SELECT min(f.occurred_at) AS first, max(f.occurred_at) AS last FROM feedback f
      WHERE f.workspace_id = ${workspaceId}::uuid AND f.occurred_at < ${startOfDay(today + 1)}`;
    const themes = await db.$queryRaw<{ id: string }[]>`
      SELECT DISTINCT place.branch_id AS id FROM ${themePlaces(workspaceId)} place ORDER BY 1`;
    if (!period?.first || !period.last || themes.length === 0) return null;
    const asOfDay = Math.min(toEpochDay(period.last), dayOf(filter.to, Number.POSITIVE_INFINITY)) + 1;
    const { accounts, strategicWeights, accountsWithoutRate } = await loadAccounts(
      db,
      workspaceId,
      currency,
      rates,
      filter,
      { strataField, asOfDay },
    );
    return {
      accounts,
      ...(await loadMentions(db, workspaceId, { filter, asOfDay })),
      coverage: findCoverage(accounts, {
        firstFeedbackDay: Math.max(toEpochDay(period.first), dayOf(filter.from, Number.NEGATIVE_INFINITY)),
        asOfDay,
        today,
      }),
      themeIds: themes.map((theme) => theme.id),
      asOfDay,
      strategicWeights,
      currency,
      accountsWithoutRate,
    };
  });
}

function dayOf(day: string | undefined, otherwise: number): EpochDay {
  return day ? toEpochDay(new Date(day)) : otherwise;
}

async function loadAccounts(
  db: Db,
  workspaceId: string,
  currency: string,
  rates: CurrencyRates,
  { plan, segment, field }: RecordFilter,
  { strataField, asOfDay }: { strataField: string; asOfDay: EpochDay },
) {
  const rows = await db.account.findMany({
    where: {
      workspaceId,
      ...(plan ? { plan } : {}),
      ...(segment ? { segment } : {}),
      ...(field ? fieldWhere(field) : {}),
    },
  });
  const histories = await findArrLines(db, workspaceId);
  const factors = minorUnitFactors(currency, rates);
  const strategicWeights = new Map<string, number>();
  let accountsWithoutRate = 0;
  const accounts = rows.map((row): PanelAccount => {
    if (row.strategicWeight !== 1) strategicWeights.set(row.id, row.strategicWeight);
    const lines = histories.get(row.id) ?? [];
    // An import knows what an account pays now, not since when.
    const isOnlyOne = lines.length === 1;
    // A line without a rate stays: it ends the one before it.
    const history = lines.map((line) => ({
      fromDay: isOnlyOne ? Number.NEGATIVE_INFINITY : toEpochDay(line.validFrom),
      arrCents: convertCents(line.arrCents, line.currency, factors),
    }));
    const current = history.findLast(({ fromDay }) => fromDay <= asOfDay);
    const hasLeft = row.churnedAt !== null && toEpochDay(row.churnedAt) <= asOfDay;
    if (current?.arrCents === null && !hasLeft) accountsWithoutRate++;
    return {
      accountId: row.id,
      plan: row.plan,
      field: strataField ? fieldValueOf(row.custom, strataField) : null,
      arrHistory: history,
      startedDay: row.startedAt && toEpochDay(row.startedAt),
      churnedDay: row.churnedAt && toEpochDay(row.churnedAt),
      contractedDay: findContraction(lines, row.churnedAt),
      renewalDay: row.renewalAt && toEpochDay(row.renewalAt),
    };
  });
  return { accounts, strategicWeights, accountsWithoutRate };
}

/** The first day from which an account paid less than before in the same currency; leaving is no contraction. */
function findContraction(lines: readonly AccountArrLine[], churnedAt: Date | null): EpochDay | null {
  const line = lines.find(({ validFrom, arrCents, currency }, index) => {
    const before = lines[index - 1];
    const isLess = before !== undefined && currency === before.currency && arrCents < before.arrCents;
    return isLess && (churnedAt === null || validFrom < churnedAt);
  });
  return line ? toEpochDay(line.validFrom) : null;
}

/** The text that a field of the workspace's own holds, null where it holds none. */
function fieldValueOf(custom: unknown, field: string): string | null {
  const value = (custom as Record<string, unknown>)[field];
  return typeof value === 'string' ? value : null;
}
