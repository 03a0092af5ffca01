import type { RandomSource } from '@/lib/core/random';
import { drawInteger, drawOne, drawPoisson } from './draw';
import type { Channel, ModelAccount, ModelContact, Point, Touch } from './model';
import { commentShare, npsResponseShare, ticketsPerMonth } from './parameters';
import { drawPoints } from './points';

const NPS_INTERVAL_DAYS = 91;
const perMonth: Partial<Record<Channel, number>> = {
  csat: 0.17,
  ces: 0.13,
  business_review: 0.012,
  app_review: 0.012,
};
const callsPerMonth = { Starter: 0.002, Team: 0.012, Enterprise: 0.035 };

/** A touch with everything usual in it. */
export function makeTouch(
  account: ModelAccount,
  contact: ModelContact,
  day: number,
  channel: Channel,
  points: Point[],
  repeats = 0,
): Touch {
  return { account, contact, day, channel, points, commented: true, repeats };
}

function drawRepeats(random: RandomSource, points: Point[]): number {
  if (points[0]?.stance !== 'complaint') return 0;
  return random() < 0.3 ? (random() < 0.25 ? 2 : 1) : 0;
}

function planSurvey(
  random: RandomSource,
  account: ModelAccount,
  contact: ModelContact,
  day: number,
  channel: Channel,
): Touch {
  const commented = random() < commentShare[account.talkativeness];
  // One comment in seven says nothing about any part of the product.
  const points = commented && random() < 0.86 ? drawPoints(random, account, day, channel) : [];
  return { account, contact, day, channel, points, commented, repeats: 0 };
}

/** Everything one account would say between two days if it stayed, apart from what is planted. */
export function planEverydayTouches(
  random: RandomSource,
  account: ModelAccount,
  fromDay: number,
  endDay: number,
): Touch[] {
  const touches: Touch[] = [];
  const months = (endDay - fromDay + 1) / 30.44;
  const anyDay = () => drawInteger(random, fromDay, endDay);
  for (const contact of account.contacts) {
    for (
      let day = fromDay + drawInteger(random, 12, NPS_INTERVAL_DAYS);
      day <= endDay;
      day += NPS_INTERVAL_DAYS
    ) {
      const answeredOn = day + drawInteger(random, 0, 6);
      if (random() < npsResponseShare[account.talkativeness] && answeredOn <= endDay) {
        touches.push(planSurvey(random, account, contact, answeredOn, 'nps'));
      }
    }
  }
  const loudness = account.talkativeness === 'talkative' ? 2 : account.talkativeness === 'normal' ? 1 : 0.6;
  for (const channel of ['csat', 'ces', 'business_review', 'app_review'] as const) {
    const count = drawPoisson(random, (perMonth[channel] ?? 0) * loudness * months);
    for (let index = 0; index < count; index++) {
      const contact = drawOne(random, account.contacts);
      const day = anyDay();
      const isSurvey = channel === 'csat' || channel === 'ces';
      touches.push(
        isSurvey
          ? planSurvey(random, account, contact, day, channel)
          : makeTouch(account, contact, day, channel, drawPoints(random, account, day, channel)),
      );
    }
  }
  const tickets = drawPoisson(random, ticketsPerMonth[account.talkativeness] * months);
  for (let index = 0; index < tickets; index++) {
    const day = anyDay();
    const points = drawPoints(random, account, day, 'ticket');
    touches.push(
      makeTouch(
        account,
        drawOne(random, account.contacts),
        day,
        'ticket',
        points,
        drawRepeats(random, points),
      ),
    );
  }
  const calls = drawPoisson(random, callsPerMonth[account.record.plan] * months);
  for (let index = 0; index < calls; index++) {
    const day = anyDay();
    const points = drawPoints(random, account, day, 'transcript');
    touches.push(makeTouch(account, drawOne(random, account.contacts), day, 'transcript', points));
  }
  return touches;
}

/** Reviews by people whom no account is known for. */
export function planAnonymousReviews(
  random: RandomSource,
  fromDay: number,
  endDay: number,
  count: number,
): Touch[] {
  return Array.from({ length: count }, () => {
    const day = drawInteger(random, fromDay, endDay);
    const channel = random() < 0.6 ? 'app_review' : 'business_review';
    const points = drawPoints(random, null, day, channel);
    return { account: null, contact: null, day, channel, points, commented: true, repeats: 0 };
  });
}
