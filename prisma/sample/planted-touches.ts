import type { RandomSource } from '@/lib/core/random';
import { drawInteger, drawOne, drawWeighted, shuffle } from './draw';
import { makeTouch } from './everyday-touches';
import type { Channel, ModelAccount, Point, Touch } from './model';
import { AFTER_CHURN, DRIVER, FIXED, SURGE } from './parameters';
import { drawPoint } from './points';

const EPISODES_BEFORE = 72;
const EPISODES_RECENT = 22;
const RECENT_DAYS = 62;
const shareByPlan = { Starter: 1, Team: 0.85, Enterprise: 0.4 };

/**
 * Chooses the accounts whose CRM sync loses records, fewer of the large ones, and has them complain several times over two to
 * four months; some of the episodes begin in the last two months. Such a comment never carries another complaint,
 * or that theme would look like a cause as well.
 */
export function planDriverEpisodes(
  random: RandomSource,
  accounts: ModelAccount[],
  firstDay: number,
  endDay: number,
): Touch[] {
  const touches: Touch[] = [];
  const order = shuffle(
    random,
    accounts.filter(({ startDay, record }) => endDay - startDay > 150 && random() < shareByPlan[record.plan]),
  );
  order.slice(0, EPISODES_BEFORE + EPISODES_RECENT).forEach((account, index) => {
    const earliest = Math.max(firstDay, account.startDay) + 15;
    const isRecent = index >= EPISODES_BEFORE;
    const from = isRecent
      ? drawInteger(random, endDay - RECENT_DAYS + 2, endDay - 25)
      : drawInteger(random, earliest, Math.max(earliest, endDay - 130));
    const to = Math.min(endDay, from + drawInteger(random, 80, 150));
    account.driverEpisode = { from, to };
    const count = Math.max(isRecent ? 1 : 2, Math.round(((to - from) / 100) * drawInteger(random, 3, 6)));
    for (let complaint = 0; complaint < count; complaint++) {
      const contact = drawOne(random, account.contacts);
      const channel: Channel = drawWeighted(random, {
        ticket: 50,
        nps: 28,
        csat: 11,
        ces: 5,
        business_review: 3,
        transcript: 3,
      });
      const day = complaint === 0 ? from : drawInteger(random, from, to);
      const points: Point[] = [{ theme: DRIVER, stance: 'complaint' }];
      if (channel !== 'ticket' && random() < 0.3)
        points.push(drawPoint(random, account, day, channel, 'praise'));
      const repeats = channel === 'ticket' ? drawInteger(random, 0, 2) : 0;
      touches.push(makeTouch(account, contact, day, channel, points, repeats));
    }
  });
  return touches;
}

/** The week in which the mobile app breaks, and the weeks in which the trouble fades. */
export function planSurge(random: RandomSource, accounts: ModelAccount[], weekStart: number): Touch[] {
  const touches: Touch[] = [];
  const mobile = accounts.filter((account) => account.usesMobileApp && account.startDay < weekStart);
  for (const [week, count] of [66, 15, 7, 4].entries()) {
    for (let index = 0; index < count; index++) {
      const day = weekStart + 7 * week + drawInteger(random, week === 0 ? 1 : 0, 6);
      const account = drawOne(random, mobile);
      if (account.churnDay !== null && account.churnDay <= day) continue;
      const points: Point[] = [{ theme: SURGE, stance: 'complaint' }];
      const channel: Channel = drawWeighted(random, { app_review: 42, ticket: 30, nps: 20, csat: 8 });
      const isAnonymous = channel === 'app_review' && random() < 0.6;
      const touch = makeTouch(account, drawOne(random, account.contacts), day, channel, points);
      touches.push(isAnonymous ? { ...touch, account: null, contact: null } : touch);
    }
  }
  return touches;
}

/** What accounts write about refunds and closing, all of it after they have left. */
export function planAfterChurn(random: RandomSource, accounts: ModelAccount[], endDay: number): Touch[] {
  const touches: Touch[] = [];
  for (const account of accounts) {
    if (account.churnDay === null || random() > 0.62) continue;
    const count = drawInteger(random, 1, 2);
    for (let index = 0; index < count; index++) {
      const day = account.churnDay + drawInteger(random, 3, 45);
      if (day > endDay) continue;
      const channel: Channel = random() < 0.85 ? 'ticket' : 'business_review';
      const stance = random() < 0.06 ? 'praise' : random() < 0.15 ? 'request' : 'complaint';
      const repeats = channel === 'ticket' && stance === 'complaint' ? drawInteger(random, 0, 1) : 0;
      const contact = drawOne(random, account.contacts);
      touches.push(makeTouch(account, contact, day, channel, [{ theme: AFTER_CHURN, stance }], repeats));
    }
  }
  return touches;
}

const FIXED_TICKETS = 104;
const FIXED_DAYS = 180;

/** Tickets about what a fix then ended, evenly over half a year before the day it shipped; what others say of it goes on as ever. */
export function planFixed(random: RandomSource, accounts: ModelAccount[], shippedDay: number): Touch[] {
  const touches: Touch[] = [];
  for (let index = 0; touches.length < FIXED_TICKETS; index++) {
    const day = shippedDay - 1 - Math.floor(((index % FIXED_TICKETS) * FIXED_DAYS) / FIXED_TICKETS);
    const account = drawOne(random, accounts);
    if (account.startDay >= day || (account.churnDay !== null && account.churnDay <= day)) continue;
    touches.push(
      makeTouch(account, drawOne(random, account.contacts), day, 'ticket', [
        { theme: FIXED, stance: 'complaint' },
      ]),
    );
  }
  return touches.sort((a, b) => a.day - b.day);
}
