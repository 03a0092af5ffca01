import { compareIds } from '@/lib/impact/compare-ids';
import { type EpochDay, firstDayOf, type MonthIndex, monthOf } from '@/lib/impact/months';
import { makePanelRows, type PanelRows } from '@/lib/impact/panel-rows';
import { type ArrRecord, REVENUE_BAND_NAMES, revenueBandOf } from '@/lib/impact/revenue-bands';
import { groupSaidDays, type SaidDays } from '@/lib/impact/said-days';
import { TENURE_BANDS, tenureBandOf } from '@/lib/impact/tenure-bands';

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
  /** How much of a theme's exposed months must find months alike, in per cent; see `chooseCoarsening`. Default 80. */
  keptPercent?: number;
}

/** Rows exposed to a theme in ascending order, with the days in the window on which it was mentioned (1 or more). */
export interface PanelExposures {
  rows: Int32Array;
  days: Int32Array;
}

/** Person-time at risk, and which of it was exposed to which theme. */
export interface Panel extends Omit<PanelOptions, 'keptPercent'> {
  /** All accounts given, in ascending order of id (by code unit, SQL `collate "C"` for ASCII ids). */
  accountIds: readonly string[];
  plans: readonly (string | null)[];
  fields: readonly (string | null)[];
  rows: PanelRows;
  /** By theme id. */
  exposures: ReadonlyMap<string, PanelExposures>;
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

/** Lays out the panel of records that are in order; where the event is not leaving, `eventOf` puts it in the place of leaving. */
export type PreparedPanel = (
  options: PanelOptions,
  eventOf?: (account: PanelAccount) => PanelAccount,
) => Panel;

/** {@link computePanel} for several windows, lags or events over the same records, which are put in order once. */
export function preparePanel(input: PanelInput): PreparedPanel {
  const accounts = [...input.accounts].sort((left, right) => compareIds(left.accountId, right.accountId));
  const said = groupSaidDays(accounts, input.mentions);
  return (options, eventOf) =>
    layOut(eventOf ? accounts.map(eventOf) : accounts, said, listMonths(input.coverage, options), options);
}

function layOut(
  accounts: readonly PanelAccount[],
  said: SaidDays,
  months: readonly MonthIndex[],
  { windowDays, lagDays }: PanelOptions,
): Panel {
  const starts = months.map(firstDayOf);
  const firstRows = new Int32Array(accounts.length + 1);
  const firstMonths = new Int32Array(accounts.length);
  for (const [account, record] of accounts.entries()) {
    const { from, to } = monthsAtRisk(record, starts);
    firstMonths[account] = from;
    firstRows[account + 1] = (firstRows[account] ?? 0) + Math.max(0, to - from);
  }
  const rows = makePanelRows(firstRows[accounts.length] ?? 0);
  const plans = new Map<string | null, number>();
  const fields = new Map<string | null, number>();
  const exposed = said.themeIds.map(() => ({ rows: [] as number[], days: [] as number[] }));
  for (const [account, record] of accounts.entries()) {
    const plan = numberIn(plans, record.plan);
    const field = numberIn(fields, record.field ?? null);
    const firstRow = firstRows[account] ?? 0;
    const firstMonth = firstMonths[account] ?? 0;
    const renewal = record.renewalDay === null ? null : monthOf(record.renewalDay);
    const bandOn = makeBandReader(record.arrHistory);
    const length = (firstRows[account + 1] ?? 0) - firstRow;
    const windows = { starts, firstMonth, length, windowDays, lagDays };
    for (let place = 0; place < length; place++) {
      const row = firstRow + place;
      const month = months[firstMonth + place] ?? 0;
      const start = starts[firstMonth + place] ?? 0;
      rows.account[row] = account;
      rows.month[row] = month;
      rows.plan[row] = plan;
      rows.field[row] = field;
      rows.revenueBand[row] = bandOn(start);
      rows.tenureBand[row] = TENURE_BANDS.indexOf(tenureBandOf(record.startedDay, start));
      rows.isRenewalDue[row] =
        renewal !== null && isWholePeriods(month - renewal, record.renewalPeriodMonths) ? 1 : 0;
    }
    if (record.churnedDay !== null && length > 0) {
      const last = firstRow + length - 1;
      rows.hasChurned[last] = record.churnedDay < firstDayOf((rows.month[last] ?? 0) + 1) ? 1 : 0;
    }
    const allFrom = said.allDaysOf[account] ?? 0;
    const allUntil = said.allDaysOf[account + 1] ?? 0;
    countInWindows(said.allDays, allFrom, allUntil, windows, (place, days) => {
      rows.feedbackDays[firstRow + place] = days;
    });
    const blockUntil = said.blockOf[account + 1] ?? 0;
    for (let block = said.blockOf[account] ?? 0; block < blockUntil; block++) {
      const own = exposed[said.theme[block] ?? 0];
      if (own === undefined) continue;
      countInWindows(
        said.days,
        said.daysOf[block] ?? 0,
        said.daysOf[block + 1] ?? 0,
        windows,
        (place, days) => {
          own.rows.push(firstRow + place);
          own.days.push(days);
        },
      );
    }
  }
  return {
    windowDays,
    lagDays,
    accountIds: accounts.map((record) => record.accountId),
    plans: [...plans.keys()],
    fields: [...fields.keys()],
    rows,
    exposures: new Map(
      exposed.flatMap((own, theme) => {
        if (own.rows.length === 0) return [];
        return [
          [said.themeIds[theme] ?? '', { rows: new Int32Array(own.rows), days: new Int32Array(own.days) }],
        ];
      }),
    ),
  };
}

/** Which of the months, by position, an account is at risk in: from the first it was a customer in until its event. */
function monthsAtRisk(
  { startedDay, churnedDay, leftDay = null }: PanelAccount,
  starts: readonly EpochDay[],
): { from: number; to: number } {
  const end = Math.min(churnedDay ?? Number.POSITIVE_INFINITY, leftDay ?? Number.POSITIVE_INFINITY);
  let from = 0;
  while (from < starts.length && startedDay !== null && startedDay > (starts[from] ?? 0)) from++;
  let to = from;
  while (to < starts.length && (starts[to] ?? 0) <= end) to++;
  return { from, to };
}

function listMonths(coverage: Coverage, { windowDays, lagDays }: PanelOptions): MonthIndex[] {
  if (windowDays < 1 || lagDays < 0) {
    throw new RangeError(`window ${windowDays} and lag ${lagDays} are not possible`);
  }
  const months: MonthIndex[] = [];
  for (let month = monthOf(coverage.feedbackFrom); firstDayOf(month + 1) <= coverage.churnUntil; month++) {
    const windowEnd = firstDayOf(month) - lagDays;
    const isCovered = windowEnd - windowDays >= coverage.feedbackFrom && windowEnd <= coverage.feedbackUntil;
    if (isCovered) months.push(month);
  }
  return months;
}

/** The revenue band, as a position in `REVENUE_BAND_NAMES`, on days that ascend from call to call. */
function makeBandReader(history: readonly ArrRecord[]): (day: EpochDay) => number {
  let next = 0;
  let band = REVENUE_BAND_NAMES.indexOf(revenueBandOf(null));
  return (day) => {
    for (let record = history[next]; record && record.fromDay <= day; record = history[++next]) {
      band = REVENUE_BAND_NAMES.indexOf(revenueBandOf(record.arrCents));
    }
    return band;
  };
}

/** Tells how many of ascending days lie in the window of each month that has any; both ends move on month by month. */
function countInWindows(
  days: Int32Array,
  from: number,
  until: number,
  windows: { starts: readonly EpochDay[]; firstMonth: number; length: number } & PanelOptions,
  tell: (place: number, days: number) => void,
): void {
  const { starts, firstMonth, length, windowDays, lagDays } = windows;
  let first = from;
  let end = from;
  for (let place = 0; place < length && first < until; place++) {
    const windowEnd = (starts[firstMonth + place] ?? 0) - lagDays;
    while (end < until && (days[end] ?? 0) < windowEnd) end++;
    while (first < end && (days[first] ?? 0) < windowEnd - windowDays) first++;
    if (end > first) tell(place, end - first);
  }
}

/** Whether a whole number of renewal periods lies between a month and that of the renewal date. */
export function isRenewalDue({ renewalDay, renewalPeriodMonths }: PanelAccount, month: MonthIndex): boolean {
  return renewalDay !== null && isWholePeriods(month - monthOf(renewalDay), renewalPeriodMonths);
}

function isWholePeriods(months: number, periodMonths = 12): boolean {
  return months % periodMonths === 0;
}

/** Numbers keys 0, 1, 2 in the order they first appear. */
function numberIn<Key>(numbers: Map<Key, number>, key: Key): number {
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  return number;
}
