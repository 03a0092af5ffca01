import { type EpochDay, monthStart } from '@/lib/health/day-counts';
import {
  describeAccount,
  type Feature,
  findArrChanges,
  type HealthAccount,
  isCustomerOn,
  WINDOW_DAYS,
} from '@/lib/health/features';
import { type HealthOutcome, HORIZON_MONTHS, type ReasonKey } from '@/lib/health/schema';

/** What the records cover; days, the end exclusive. */
export interface HealthCoverage {
  from: EpochDay;
  until: EpochDay;
}

/** One account at the start of one month, and what happened to it in the months from there on. */
export interface HealthRow {
  /** Position among the accounts given. */
  account: number;
  monthStart: EpochDay;
  features: readonly number[];
  isEvent: Readonly<Record<HealthOutcome, boolean>>;
  /** Whether the history of its ARR had begun, without which it cannot be seen to pay more or less. */
  hasArrHistory: boolean;
}

/** A column of the features: a measure, or the membership of a plan or segment. */
export interface HealthFeature {
  key: ReasonKey;
  level: string;
}

export interface HealthRows {
  columns: readonly HealthFeature[];
  rows: readonly HealthRow[];
}

/** A plan or segment with fewer accounts than this is not told apart from the rest. */
const FEWEST_IN_GROUP = 10;
const MOST_GROUPS = 8;

/**
 * Every account at the start of every month that has a whole window of records before it and the whole horizon after it:
 * what was known then, and whether it then left, paid less or paid more. Unknown values are NaN.
 */
export function makeHealthRows(accounts: readonly HealthAccount[], coverage: HealthCoverage): HealthRows {
  const groups = findGroups(accounts);
  const rows: HealthRow[] = [];
  let columns: HealthFeature[] = [];
  const months = listMonths(coverage);
  for (const [account, record] of accounts.entries()) {
    for (const start of months) {
      if (!isCustomerOn(record, start)) continue;
      const features = featuresOf(record, start, groups);
      if (columns.length === 0) columns = features.map(({ key, level }) => ({ key, level }));
      const end = monthStart(start, HORIZON_MONTHS);
      const changes = findArrChanges(record, start, end);
      rows.push({
        account,
        monthStart: start,
        features: features.map(({ value }) => value ?? Number.NaN),
        isEvent: {
          churn: record.churnedDay !== null && record.churnedDay < end,
          contraction: changes.some((change) => change < 0),
          expansion: changes.some((change) => change > 0),
        },
        hasArrHistory: (record.arr[0]?.fromDay ?? Number.POSITIVE_INFINITY) < start,
      });
    }
  }
  return { columns, rows };
}

/** The groups told apart: plans and segments with enough accounts, the commonest left out as what the others differ from. */
export interface Groups {
  plan: readonly string[];
  segment: readonly string[];
}

export function findGroups(accounts: readonly HealthAccount[]): Groups {
  const among = (of: 'plan' | 'segment') => {
    const counts = new Map<string, number>();
    for (const account of accounts) {
      const name = account[of];
      if (name !== null) counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return [...counts]
      .filter(([, count]) => count >= FEWEST_IN_GROUP)
      .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
      .slice(1, MOST_GROUPS)
      .map(([name]) => name);
  };
  return { plan: among('plan'), segment: among('segment') };
}

/** The measures of an account on a day, then its plan and its segment; unknown groups count as average. */
export function featuresOf(account: HealthAccount, day: EpochDay, groups: Groups): Feature[] {
  const memberships = (['plan', 'segment'] as const).flatMap((key) =>
    groups[key].map((level): Feature => {
      const own = account[key];
      return { key, level, value: own === null ? null : Number(own === level) };
    }),
  );
  return [...describeAccount(account, day), ...memberships];
}

function listMonths({ from, until }: HealthCoverage): EpochDay[] {
  const months: EpochDay[] = [];
  for (
    let start = monthStart(from);
    monthStart(start, HORIZON_MONTHS) <= until;
    start = monthStart(start, 1)
  ) {
    if (start - WINDOW_DAYS >= from) months.push(start);
  }
  return months;
}
