import { expect, it } from 'vitest';
import { firstDayOf, monthOf } from '@/lib/impact/months';
import { compareOtherOutcomes, withEvent } from '@/lib/impact/other-outcomes';
import { computePanel, DEFAULT_PANEL_OPTIONS } from '@/lib/impact/panel';
import { listPanelRows } from '@/lib/impact/testing/list-panel-rows';
import { makeAccount } from '@/lib/impact/testing/make-account';
import { PLANTED, PLANTED_THEMES, simulateWorkspace } from '@/lib/impact/testing/simulate';

const start = firstDayOf(12 * 2025);
const coverage = { feedbackFrom: start - 150, feedbackUntil: start + 365, churnUntil: start + 365 };
const monthsOf = (account: ReturnType<typeof makeAccount>) =>
  listPanelRows(computePanel({ accounts: [account], mentions: [], coverage }, DEFAULT_PANEL_OPTIONS));

it('watches an account until it first pays less, or leaves without having done so', () => {
  const both = makeAccount('a', { churnedDay: start + 200, contractedDay: start + 100 });
  const rows = monthsOf(withEvent(both, 'contraction'));
  expect(rows.at(-1)).toMatchObject({ month: monthOf(start + 100), hasChurned: true });
  const left = monthsOf(withEvent(makeAccount('a', { churnedDay: start + 200 }), 'contraction'));
  expect(left.at(-1)).toMatchObject({ month: monthOf(start + 200), hasChurned: false });
});

it('takes leaving for a renewal not made only in the month it was due', () => {
  const due = makeAccount('a', { renewalDay: start + 370, churnedDay: start + 20 });
  expect(monthsOf(withEvent(due, 'non_renewal')).at(-1)).toMatchObject({
    month: monthOf(start),
    hasChurned: true,
  });
  const other = makeAccount('a', { renewalDay: start + 370, churnedDay: start + 40 });
  expect(monthsOf(withEvent(other, 'non_renewal')).at(-1)).toMatchObject({
    month: monthOf(start) + 1,
    hasChurned: false,
  });
});

it('finds the theme that goes with the event, and no other', () => {
  const simulated = simulateWorkspace({ seed: 2, accounts: 600, months: 18, driverRiskRatio: 3 });
  // The same hazard, but of paying less: nobody leaves.
  const accounts = simulated.accounts.map((account) => ({
    ...account,
    churnedDay: null,
    contractedDay: account.churnedDay,
  }));
  const found = compareOtherOutcomes({ ...simulated, accounts }, PLANTED_THEMES, DEFAULT_PANEL_OPTIONS);
  const [contraction, renewal] = found.get(PLANTED.driver) ?? [];
  expect(contraction?.estimate?.qValue).toBeLessThan(0.05);
  expect(contraction?.estimate?.riskRatio).toBeGreaterThan(1.8);
  expect(renewal).toMatchObject({
    outcome: 'non_renewal',
    estimate: null,
    reason: 'too-few-churned-accounts',
  });
  const others = PLANTED.noise.flatMap((themeId) => found.get(themeId)?.[0]?.estimate ?? []);
  expect(others.filter(({ qValue }) => qValue < 0.05)).toEqual([]);
});
