import { compareIds } from '@/lib/impact/compare-ids';
import { type EpochDay, firstDayOf, type MonthIndex, monthOf } from '@/lib/impact/months';
import { type ArrRecord, findArrCents, type RevenueBand, revenueBandOf } from '@/lib/impact/revenue-bands';
import { type TenureBand, tenureBandOf } from '@/lib/impact/tenure-bands';

/** An account as the panel needs it. */
export interface PanelAccount {
  accountId: string;
  plan: string | null;
  /** The value of the workspace's own field that strata are made by, where it has chosen one. */
  field?: string | null;
  /** Ascending by `fromDay`. Where only one figure is known, it is in force from the start: `fromDay: -Infinity`. */
  arrHistory: readonly ArrRecord[];
  /** Null where unknown: at risk from the first month on, tenure unknown. */
  startedDay: EpochDay | null;
  /**
   * Day of the first event, null while there is none. The event is churn; a workspace that records cancellation notices
   * gives the notice's day for ALL its churned accounts and `lagDays: 0`. A lag that depended on the account would be
   * short for churned accounts only, and a bias.
   */
  churnedDay: EpochDay | null;
  /** Where the event is not leaving: the day of leaving, after which it is watched no more. */
  leftDay?: EpochDay | null;
  /** Day on which it first came to pay less while a customer; null or absent where it never did. */
  contractedDay?: EpochDay | null;
  /** Any one renewal date; the others follow at the distance of the period. Null: renewals unknown, never due. */
  renewalDay: EpochDay | null;
  /** Default 12. */
  renewalPeriodMonths?: number;
}

/**
 * A problem mention of a theme on a UTC day. The unit is the account, or the contact where there is no account; their
 * ids share one space. The panel reads only those of accounts.
 */
export interface ProblemMention {
  unitId: string;
  themeId: string;
  occurredDay: EpochDay;
}

/** What the records are known to cover; days, the upper bounds exclusive. */
export interface Coverage {
  feedbackFrom: EpochDay;
  feedbackUntil: EpochDay;
  churnUntil: EpochDay;
}

/** Everything the panel is made from. */
export interface PanelInput {
  accounts: readonly PanelAccount[];
  mentions: readonly ProblemMention[];
  coverage: Coverage;
}

/** Window and lag in days; see `computePanel`. */
export interface PanelOptions {
  windowDays: number;
  lagDays: number;
}

/** One account in one month at risk, as of the first day of the month. */
export interface PanelRow {
  /** Position in `Panel.accountIds`. */
  account: number;
  month: MonthIndex;
  hasChurned: boolean;
  plan: string | null;
  field: string | null;
  revenueBand: RevenueBand;
  tenureBand: TenureBand;
  isRenewalDue: boolean;
  /** Days in the window with a problem mention of any theme. */
  feedbackDays: number;
}

/** A row exposed to a theme, with the days in the window on which it was mentioned (1 or more). */
export interface PanelExposure {
  /** Position in `Panel.rows`. */
  row: number;
  days: number;
}

/** Person-time at risk, and which of it was exposed to which theme. */
export interface Panel extends PanelOptions {
  /** All accounts given, in ascending order of id (by code unit, SQL `collate "C"` for ASCII ids). */
  accountIds: readonly string[];
  /** By account, then month. */
  rows: readonly PanelRow[];
  /** By theme id; the exposures of a theme ascend by row. */
  exposures: ReadonlyMap<string, readonly PanelExposure[]>;
}

/** W and L where a workspace has not set its own. */
export const DEFAULT_PANEL_OPTIONS: PanelOptions = { windowDays: 90, lagDays: 30 };

/**
 * The person-time panel. All days are UTC, all rules exact, so that the SQL form can repeat them:
 *
 * - Months are calendar months. With S the first day of a month and E the first day of the next, its window is
 *   [S - lagDays - windowDays, S - lagDays): the first day belongs to it, the last does not.
 * - A month is in the panel when its whole window is covered and its outcome known: window start >= feedbackFrom, window
 *   end <= feedbackUntil, E <= churnUntil. A window half before the records began would call exposed accounts unexposed.
 * - An account is at risk in the month when startedDay <= S (or unknown) and churnedDay >= S (or null).
 *   It churned in the month when S <= churnedDay < E, and has no row afterwards. An account that starts after
 *   S and churns before E is never at risk: at no month's start was it a customer.
 * - A mention is a distinct (account, theme, day): two spans or two messages of one day are one mention.
 * - Exposed to a theme: one mention or more in the window. The window ends before the month starts, so nothing after
 *   the event can count.
 * - `feedbackDays` counts the window's days with a mention of any theme; feedback on OTHER themes than t are the days
 *   on which t was not mentioned. One complaint that is read as several themes is thereby not taken for talkativeness.
 * - Plan and the workspace's own field: as given. Revenue band: of the ARR in force on S. Tenure band: as of S.
 * - Where leaving is not the event, a month that begins after `leftDay` is not at risk, either.
 * - Renewal due: the month is a whole number of renewal periods (default 12 months) before or after renewalDay's month.
 *
 * @throws RangeError for a window below a day, a negative lag, or an account given twice.
 */
export function computePanel(input: PanelInput, options: PanelOptions): Panel {
  return preparePanel(input)(options);
}

/** {@link computePanel} for several windows or lags over the same records, which are put in order once. */
export function preparePanel(input: PanelInput): (options: PanelOptions) => Panel {
  const accounts = [...input.accounts].sort((left, right) => compareIds(left.accountId, right.accountId));
  const mentions = groupMentions(accounts, input.mentions);
  return (options) => layOut(accounts, mentions, input.coverage, options);
}

function layOut(
  accounts: readonly PanelAccount[],
  mentions: readonly AccountMentions[],
  coverage: Coverage,
  options: PanelOptions,
): Panel {
  const { windowDays, lagDays } = options;
  if (windowDays < 1 || lagDays < 0) {
    throw new RangeError(`window ${windowDays} and lag ${lagDays} are not possible`);
  }
  const months = listMonths(coverage, options);
  const rows: PanelRow[] = [];
  const exposures = new Map<string, PanelExposure[]>();
  for (const [account, record] of accounts.entries()) {
    const { themes, allDays } = mentions[account] ?? NOTHING_SAID;
    for (const month of months) {
      const start = firstDayOf(month);
      if (record.startedDay !== null && record.startedDay > start) continue;
      if (record.churnedDay !== null && record.churnedDay < start) break;
      if (record.leftDay !== undefined && record.leftDay !== null && record.leftDay < start) break;
      const windowEnd = start - lagDays;
      const feedbackDays = countWithin(allDays, windowEnd - windowDays, windowEnd);
      for (const { themeId, days } of feedbackDays === 0 ? [] : themes) {
        const own = countWithin(days, windowEnd - windowDays, windowEnd);
        if (own > 0) pushTo(exposures, themeId, { row: rows.length, days: own });
      }
      rows.push({
        account,
        month,
        hasChurned: record.churnedDay !== null && record.churnedDay < firstDayOf(month + 1),
        plan: record.plan,
        field: record.field ?? null,
        revenueBand: revenueBandOf(findArrCents(record.arrHistory, start)),
        tenureBand: tenureBandOf(record.startedDay, start),
        isRenewalDue: isRenewalDue(record, month),
        feedbackDays,
      });
    }
  }
  return { windowDays, lagDays, accountIds: accounts.map((record) => record.accountId), rows, exposures };
}

function listMonths(coverage: Coverage, { windowDays, lagDays }: PanelOptions): MonthIndex[] {
  const months: MonthIndex[] = [];
  for (let month = monthOf(coverage.feedbackFrom); firstDayOf(month + 1) <= coverage.churnUntil; month++) {
    const windowEnd = firstDayOf(month) - lagDays;
    const isCovered = windowEnd - windowDays >= coverage.feedbackFrom && windowEnd <= coverage.feedbackUntil;
    if (isCovered) months.push(month);
  }
  return months;
}

/** What one account mentioned: the distinct days of each theme and of all of them, ascending. */
interface AccountMentions {
  themes: readonly { themeId: string; days: readonly EpochDay[] }[];
  allDays: readonly EpochDay[];
}

const NOTHING_SAID: AccountMentions = { themes: [], allDays: [] };

/** By account position. */
function groupMentions(
  accounts: readonly PanelAccount[],
  mentions: readonly ProblemMention[],
): AccountMentions[] {
  const positions = new Map(accounts.map((record, position) => [record.accountId, position]));
  if (positions.size !== accounts.length) throw new RangeError('an account is given twice');
  const groups: (Map<string, EpochDay[]> | undefined)[] = new Array(accounts.length);
  for (const { unitId, themeId, occurredDay } of mentions) {
    const position = positions.get(unitId);
    if (position === undefined) continue;
    const themes = groups[position] ?? new Map<string, EpochDay[]>();
    groups[position] = themes;
    const days = themes.get(themeId);
    if (days === undefined) themes.set(themeId, [occurredDay]);
    else days.push(occurredDay);
  }
  return Array.from(groups, (themes) => {
    if (themes === undefined) return NOTHING_SAID;
    return {
      themes: Array.from(themes, ([themeId, days]) => ({ themeId, days: distinct(days) })),
      allDays: distinct([...themes.values()].flat()),
    };
  });
}

function distinct(days: EpochDay[]): EpochDay[] {
  days.sort((one, other) => one - other);
  return days.filter((day, position) => day !== days[position - 1]);
}

/** How many of ascending days lie from `from` on and before `until`. */
function countWithin(days: readonly EpochDay[], from: EpochDay, until: EpochDay): number {
  let count = 0;
  for (let position = days.length - 1; position >= 0; position--) {
    const day = days[position] ?? from;
    if (day < from) break;
    if (day < until) count++;
  }
  return count;
}

/** Whether a whole number of renewal periods lies between a month and that of the renewal date. */
export function isRenewalDue(
  { renewalDay, renewalPeriodMonths = 12 }: PanelAccount,
  month: MonthIndex,
): boolean {
  return renewalDay !== null && (month - monthOf(renewalDay)) % renewalPeriodMonths === 0;
}

function pushTo(exposures: Map<string, PanelExposure[]>, themeId: string, exposure: PanelExposure): void {
  const list = exposures.get(themeId);
  if (list === undefined) exposures.set(themeId, [exposure]);
  else list.push(exposure);
}
