import type { RandomSource } from '@/lib/core/random';
import { formatDay, mondayOf } from './days';
import { drawNormal } from './draw';
import type { ModelAccount } from './model';
import type { SampleUsage } from './types';

const seats = { Starter: 7, Team: 26, Enterprise: 120 } as const;
const FADE_DAYS = 56;

/** Weekly use of each account while it is a customer; two in three of those who leave use it less and less before. */
export function makeUsage(
  random: RandomSource,
  accounts: ModelAccount[],
  firstDay: number,
  endDay: number,
): SampleUsage[] {
  const usage: SampleUsage[] = [];
  for (const account of accounts) {
    const size = seats[account.record.plan] * Math.exp(0.45 * drawNormal(random));
    const fades = random() < 0.66;
    const lastDay = Math.min(endDay, (account.churnDay ?? Number.POSITIVE_INFINITY) - 1);
    for (let week = mondayOf(Math.max(firstDay, account.startDay) + 6); week + 6 <= lastDay; week += 7) {
      const rampUp = Math.min(1, 0.35 + (week - account.startDay) / 90);
      const untilChurn = account.churnDay === null ? FADE_DAYS : account.churnDay - week;
      const fade = fades && untilChurn < FADE_DAYS ? 0.3 + (0.7 * untilChurn) / FADE_DAYS : 1;
      const isHoliday = /-(12-2[4-9]|12-3|08-1)/.test(formatDay(week)) ? 0.6 : 1;
      const activeUsers = Math.max(0, Math.round(size * rampUp * fade * isHoliday * (0.9 + 0.2 * random())));
      const sessions = Math.round(activeUsers * (3.2 + 2.2 * random()));
      usage.push({
        accountExternalId: account.record.externalId,
        week: formatDay(week),
        activeUsers,
        sessions,
      });
    }
  }
  return usage;
}
