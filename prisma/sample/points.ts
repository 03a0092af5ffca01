import type { RandomSource } from '@/lib/core/random';
import { drawWeighted } from './draw';
import type { Channel, ModelAccount, Point } from './model';
import { CONFOUNDER, confounderWeight } from './parameters';
import type { ThemeSlug } from './themes';

type Weights = Partial<Record<ThemeSlug, number>>;

const complaintWeights: Weights = {
  'login-sso': 1.1,
  'billing-invoices': 1.1,
  'excel-export': 1,
  'support-response': 0.75,
  'price-increase': 0.9,
  integrations: 0.6,
  permissions: 0.9,
  notifications: 0.9,
  'docs-api': 0.8,
  'ease-of-use': 0.3,
  reporting: 0.4,
  onboarding: 0.15,
  'mobile-crash': 0.3,
};

const praiseWeights: Weights = {
  'ease-of-use': 2,
  reporting: 1.7,
  'support-response': 1.4,
  onboarding: 0.5,
  integrations: 0.3,
  'billing-invoices': 0.3,
  'excel-export': 0.2,
  'docs-api': 0.2,
  notifications: 0.12,
  permissions: 0.12,
  'login-sso': 0.15,
  'price-increase': 0.2,
  'mobile-crash': 0.05,
};

const requestWeights: Weights = {
  integrations: 3,
  reporting: 0.8,
  permissions: 0.7,
  'excel-export': 0.6,
  'docs-api': 0.6,
  notifications: 0.5,
  onboarding: 0.5,
  'billing-invoices': 0.5,
  'ease-of-use': 0.4,
  'login-sso': 0.4,
};

const stanceWeights: Record<Channel, Record<Point['stance'], number>> = {
  nps: { complaint: 44, praise: 46, request: 10 },
  csat: { complaint: 45, praise: 50, request: 5 },
  ces: { complaint: 52, praise: 40, request: 8 },
  ticket: { complaint: 74, praise: 3, request: 23 },
  transcript: { complaint: 45, praise: 35, request: 20 },
  app_review: { complaint: 45, praise: 50, request: 5 },
  business_review: { complaint: 42, praise: 55, request: 3 },
};

/** One thing an ordinary customer would say; never the driver's theme, nor the one of those who have left. */
export function drawPoint(
  random: RandomSource,
  account: ModelAccount | null,
  day: number,
  channel: Channel,
  stance: Point['stance'] = drawWeighted(random, stanceWeights[channel]),
): Point {
  if (stance === 'request') return { theme: drawWeighted(random, requestWeights), stance };
  const isNew = account !== null && day - account.startDay < 120;
  if (stance === 'praise') {
    return { theme: drawWeighted(random, { ...praiseWeights, onboarding: isNew ? 3.5 : 0.4 }), stance };
  }
  const isFresh = account !== null && day - account.startDay < 365;
  const confounder = account === null ? 0.2 : confounderWeight[account.talkativeness] * (isFresh ? 1.3 : 0.6);
  return { theme: drawWeighted(random, { ...complaintWeights, [CONFOUNDER]: confounder }), stance };
}

/** One to three things, often of opposite stance, no theme twice. */
export function drawPoints(
  random: RandomSource,
  account: ModelAccount | null,
  day: number,
  channel: Channel,
): Point[] {
  const first = drawPoint(random, account, day, channel);
  const points = [first];
  const more =
    channel === 'ticket' ? 0.06 : channel === 'business_review' ? 0.85 : channel === 'transcript' ? 1 : 0.27;
  if (random() < more) {
    const opposite = first.stance === 'praise' ? 'complaint' : 'praise';
    const stance = random() < 0.66 || channel === 'business_review' ? opposite : first.stance;
    points.push(drawPoint(random, account, day, channel, stance));
  }
  if (channel === 'transcript' || (points.length === 2 && random() < 0.08))
    points.push(drawPoint(random, account, day, channel));
  return points.filter((point, index) => points.findIndex((other) => other.theme === point.theme) === index);
}
