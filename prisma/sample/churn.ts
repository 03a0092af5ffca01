import type { RandomSource } from '@/lib/core/random';
import { addMonths, formatDay, monthStartsWithin } from './days';
import { drawInteger, drawWeighted } from './draw';
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

/**
 * Decides month by month who leaves. The hazard is the plan's, times the tenure's, times that of how much the account said
 * about other themes within the window, times the driver's ratio after a driver complaint within it; of nothing else.
 */
export function simulateChurn(
  random: RandomSource,
  accounts: ModelAccount[],
  touchesByAccount: Map<ModelAccount, Touch[]>,
  firstDay: number,
  endDay: number,
): void {
  const monthStarts = monthStartsWithin(firstDay, endDay - 1);
  for (const account of accounts) {
    const touches = touchesByAccount.get(account) ?? [];
    for (const monthStart of monthStarts) {
      if (account.startDay > monthStart) continue;
      const windowEnd = monthStart - LAG_DAYS;
      const inWindow = touches.filter(({ day }) => day >= windowEnd - WINDOW_DAYS && day < windowEnd);
      const speaksOf = (touch: Touch, theme: string) => touch.points.some((point) => point.theme === theme);
      const isExposed = inWindow.some((touch) => speaksOf(touch, DRIVER));
      const others = inWindow.filter((touch) => !speaksOf(touch, DRIVER) && !speaksOf(touch, CONFOUNDER));
      const statements = others.reduce((sum, touch) => sum + countStatements(touch), 0);
      const hazard =
        monthlyChurnByPlan[account.record.plan] *
        tenureFactor(monthStart - account.startDay) *
        feedbackFactor(statements) *
        (isExposed ? DRIVER_HAZARD_RATIO : 1);
      const daysLeft = Math.min(addMonths(monthStart, 1) - 1, endDay) - monthStart;
      if (random() >= hazard) continue;
      account.churnDay = monthStart + drawInteger(random, 1, daysLeft);
      account.record.churnedAt = formatDay(account.churnDay);
      account.record.churnReason =
        isExposed && random() < 0.55 ? 'Lost records in the CRM sync' : drawWeighted(random, reasons);
      const churnedAt = account.record.churnedAt;
      account.record.arrHistory = account.record.arrHistory.filter(({ from }) => from <= churnedAt);
      break;
    }
  }
}
