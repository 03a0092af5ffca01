import type { RandomSource } from '@/lib/core/random';
import { addMonths, formatDay, monthStartsWithin } from './days';
import { drawInteger, drawWeighted, shuffle } from './draw';
import { countStatements, type ModelAccount, type Touch } from './model';
import {
  CONFOUNDER,
  DRIVER,
  DRIVER_HAZARD_RATIO,
  feedbackFactor,
  LAG_DAYS,
  monthlyChurnByPlan,
  tenureFactor,
  WINDOW_DAYS,
} from './parameters';

const reasons = {
  Budget: 30,
  'Moved to another product': 26,
  'Company restructured': 14,
  'Low usage': 18,
  'Not stated': 12,
};

/** Whether the account complained of the driver and of the confounder within the window of a month, and how much else it said. */
function describeWindow(touches: Touch[], monthStart: number) {
  const windowEnd = monthStart - LAG_DAYS;
  const inWindow = touches.filter(({ day }) => day >= windowEnd - WINDOW_DAYS && day < windowEnd);
  const speakOf = (theme: string) =>
    inWindow.filter(({ points }) => points.some((point) => point.theme === theme));
  const driver = speakOf(DRIVER);
  const confounder = speakOf(CONFOUNDER);
  const others = inWindow.filter((touch) => !driver.includes(touch) && !confounder.includes(touch));
  const statements = others.reduce((sum, touch) => sum + countStatements(touch), 0);
  return { hasDriver: driver.length > 0, hasConfounder: confounder.length > 0, statements };
}

/**
 * Decides month by month who leaves. The hazard is the plan's, times the tenure's, times that of how much the account said
 * about other themes within the window, times the driver's ratio after a driver complaint within it; of nothing else.
 * Systematic sampling within plan and exposure: each account-month leaves with its hazard as probability, yet the
 * number of those that leave keeps close to the expected one under every seed.
 */
export function simulateChurn(
  random: RandomSource,
  accounts: ModelAccount[],
  touchesByAccount: Map<ModelAccount, Touch[]>,
  firstDay: number,
  endDay: number,
): void {
  const accumulated = new Map<string, number>();
  for (const monthStart of monthStartsWithin(firstDay, endDay - 1)) {
    const daysLeft = Math.min(addMonths(monthStart, 1) - 1, endDay) - monthStart;
    for (const account of shuffle(random, accounts)) {
      if (account.startDay > monthStart || account.churnDay !== null) continue;
      const { plan } = account.record;
      const window = describeWindow(touchesByAccount.get(account) ?? [], monthStart);
      const hazard =
        monthlyChurnByPlan[plan] *
        tenureFactor(monthStart - account.startDay) *
        feedbackFactor(window.statements) *
        (window.hasDriver ? DRIVER_HAZARD_RATIO : 1);
      const group = [plan, window.hasDriver, window.hasConfounder].join();
      const before = accumulated.get(group) ?? random();
      accumulated.set(group, before + hazard);
      if (Math.floor(before + hazard) === Math.floor(before)) continue;
      account.churnDay = monthStart + drawInteger(random, 1, daysLeft);
      const churnedAt = formatDay(account.churnDay);
      account.record.churnedAt = churnedAt;
      account.record.churnReason =
        window.hasDriver && random() < 0.55 ? 'Lost records in the CRM sync' : drawWeighted(random, reasons);
      account.record.arrHistory = account.record.arrHistory.filter(({ from }) => from <= churnedAt);
    }
  }
}
