import { expect, test } from 'vitest';
import { firstDayOf, toEpochDay } from '@/lib/impact/months';
import {
  computePanel,
  DEFAULT_PANEL_OPTIONS,
  type PanelAccount,
  type ProblemMention,
} from '@/lib/impact/panel';
import { listExposures, listPanelRows } from '@/lib/impact/testing/list-panel-rows';
import { makeAccount } from '@/lib/impact/testing/make-account';

const JANUARY = 12 * 2024;
const coverage = {
  feedbackFrom: firstDayOf(JANUARY - 6),
  feedbackUntil: firstDayOf(JANUARY + 6),
  churnUntil: firstDayOf(JANUARY + 6),
};

function day(date: string): number {
  return toEpochDay(new Date(`${date}T00:00:00Z`));
}

function panelOf(accounts: PanelAccount[], mentions: ProblemMention[] = [], options = DEFAULT_PANEL_OPTIONS) {
  return computePanel({ accounts, mentions, coverage }, options);
}

function mention(themeId: string, occurredDay: number, unitId = 'a'): ProblemMention {
  return { unitId, themeId, occurredDay };
}

/** Months (January 2024 = 0) exposed to a theme. */
function exposedMonths(panel: ReturnType<typeof panelOf>, themeId: string): number[] {
  return listExposures(panel, themeId).map(({ row }) => (panel.rows.month[row] ?? 0) - JANUARY);
}

test('a month counts when its whole window is covered and its outcome known', () => {
  const months = (options: { windowDays: number; lagDays: number }, until = coverage.feedbackUntil) =>
    listPanelRows(
      computePanel(
        { accounts: [makeAccount('a')], mentions: [], coverage: { ...coverage, feedbackUntil: until } },
        options,
      ),
    ).map((row) => row.month - JANUARY);
  expect(months({ windowDays: 90, lagDays: 30 })).toEqual([-2, -1, 0, 1, 2, 3, 4, 5]);
  expect(months({ windowDays: 92, lagDays: 0 })).toEqual([-3, -2, -1, 0, 1, 2, 3, 4, 5]);
  expect(months({ windowDays: 93, lagDays: 0 })).toEqual([-2, -1, 0, 1, 2, 3, 4, 5]);
  expect(months({ windowDays: 90, lagDays: 0 }, firstDayOf(JANUARY))).toEqual([-3, -2, -1, 0]);
});

test('at risk from the first month started on until the month of churn, which is the last', () => {
  const panel = panelOf([
    makeAccount('a', { startedDay: day('2024-02-01'), churnedDay: day('2024-04-30') }),
    makeAccount('b', { startedDay: day('2024-02-02'), churnedDay: day('2024-05-01') }),
    makeAccount('c', { startedDay: day('2024-03-05'), churnedDay: day('2024-03-25') }),
    makeAccount('d', { startedDay: null, churnedDay: day('2023-11-01') }),
    makeAccount('e', { startedDay: null, churnedDay: day('2023-10-31') }),
  ]);
  const rows = listPanelRows(panel).map((row) => [
    panel.accountIds[row.account],
    row.month - JANUARY,
    row.hasChurned,
  ]);
  expect(rows).toEqual([
    ['a', 1, false],
    ['a', 2, false],
    ['a', 3, true],
    ['b', 2, false],
    ['b', 3, false],
    ['b', 4, true],
    ['d', -2, true],
  ]);
});

test('the window includes its first day and excludes its last', () => {
  const start = firstDayOf(JANUARY);
  for (const [occurredDay, isExposed] of [
    [start - 121, false],
    [start - 120, true],
    [start - 31, true],
    [start - 30, false],
  ] as const) {
    expect(exposedMonths(panelOf([makeAccount('a')], [mention('t', occurredDay)]), 't').includes(0)).toBe(
      isExposed,
    );
  }
});

test('without lag the window ends the day before the month, and never later', () => {
  const options = { windowDays: 29, lagDays: 0 };
  expect(exposedMonths(panelOf([makeAccount('a')], [mention('t', day('2024-01-31'))], options), 't')).toEqual(
    [1],
  );
  expect(exposedMonths(panelOf([makeAccount('a')], [mention('t', day('2024-02-01'))], options), 't')).toEqual(
    [2],
  );
});

test('what is said in the notice period or after leaving exposes no month', () => {
  const account = makeAccount('a', { churnedDay: day('2024-03-15') });
  const late = [mention('notice', day('2024-02-14')), mention('after', day('2024-03-16'))];
  const panel = panelOf([account], late);
  expect(listPanelRows(panel).at(-1)).toMatchObject({
    month: JANUARY + 2,
    hasChurned: true,
    feedbackDays: 0,
  });
  expect(panel.exposures.size).toBe(0);
});

test('feedback is counted by days, so that one complaint read as two themes is not talkativeness', () => {
  const start = firstDayOf(JANUARY);
  const panel = panelOf(
    [makeAccount('a')],
    [
      mention('t', start - 40),
      mention('t', start - 40),
      mention('t', start - 41),
      mention('u', start - 40),
      mention('t', start - 40, 'a contact'),
    ],
  );
  const row = listPanelRows(panel).findIndex(({ month }) => month === JANUARY);
  expect(panel.rows.feedbackDays[row]).toBe(2);
  expect(listExposures(panel, 't').find((exposure) => exposure.row === row)?.days).toBe(2);
  expect(listExposures(panel, 'u').find((exposure) => exposure.row === row)?.days).toBe(1);
});

test('bands are those of the first day of the month', () => {
  const account = makeAccount('a', {
    startedDay: day('2023-12-31'),
    arrHistory: [
      { fromDay: day('2024-01-02'), arrCents: 50_000 },
      { fromDay: day('2024-03-01'), arrCents: 500_000 },
    ],
  });
  const rows = listPanelRows(panelOf([account]));
  expect(rows.map((row) => row.revenueBand)).toEqual([
    'unknown',
    'under-1k',
    '1k-10k',
    '1k-10k',
    '1k-10k',
    '1k-10k',
  ]);
  expect(rows.map((row) => row.tenureBand)).toEqual(['0-3', '0-3', '0-3', '3-12', '3-12', '3-12']);
});

test('renewals fall due every period, before and after the date known', () => {
  const due = (changes: Partial<PanelAccount>) =>
    listPanelRows(panelOf([makeAccount('a', changes)])).flatMap((row) =>
      row.isRenewalDue ? [row.month - JANUARY] : [],
    );
  expect(due({ renewalDay: day('2026-03-17') })).toEqual([2]);
  expect(due({ renewalDay: day('2021-03-17') })).toEqual([2]);
  expect(due({ renewalDay: day('2024-12-17'), renewalPeriodMonths: 3 })).toEqual([-1, 2, 5]);
  expect(due({ renewalDay: null })).toEqual([]);
});

test('the order of input changes nothing', () => {
  const accounts = ['b', 'a', 'C'].map((accountId) => makeAccount(accountId));
  const mentions = [mention('t', day('2023-11-20')), mention('t', day('2023-11-21'), 'b')];
  const panel = panelOf(accounts, mentions);
  expect(panel.accountIds).toEqual(['C', 'a', 'b']);
  expect(panelOf([...accounts].reverse(), [...mentions].reverse())).toEqual(panel);
});

test('impossible input is refused', () => {
  expect(() => panelOf([], [], { windowDays: 90, lagDays: -1 })).toThrow(RangeError);
  expect(() => panelOf([], [], { windowDays: 0, lagDays: 30 })).toThrow(RangeError);
  expect(() => panelOf([makeAccount('a'), makeAccount('a')])).toThrow(RangeError);
  expect(panelOf([]).rows.length).toBe(0);
});
