import { makeRandom, seedFrom } from '@/lib/core/random';
import { makeAccounts } from './accounts';
import { simulateChurn } from './churn';
import { renderTicket, renderTranscript } from './conversations';
import { addMonths, formatDay, mondayOf, parseDay } from './days';
import { planAnonymousReviews, planEverydayTouches } from './everyday-touches';
import type { ModelAccount, Touch } from './model';
import {
  AFTER_CHURN,
  CHURN_STREAM,
  CONFOUNDER,
  DRIVER,
  DRIVER_HAZARD_RATIO,
  FIX_STREAM,
  FIXED,
  FIXED_MONTHS_BEFORE_END,
  LAG_DAYS,
  MONTHS,
  SCORE_STREAM,
  SURGE,
  WINDOW_DAYS,
} from './parameters';
import { planAfterChurn, planDriverEpisodes, planFixed, planSurge } from './planted-touches';
import { LabelBook, renderResponse, renderReview, surveys } from './render';
import { drawContentment } from './scores';
import { type ThemeSlug, themeSlugs } from './themes';
import type { PlantedTruth, SampleWorkspace } from './types';
import { makeUsage } from './usage';
import { isSurvey, makeStrangerVoice, Writer } from './writer';

const SURGE_DAYS_BEFORE_END = 42;
const ANONYMOUS_REVIEWS = 200;

function describeTruth(surgeWeekStart: number, shippedDay: number, endDay: number): PlantedTruth {
  const ratioOf = (slug: ThemeSlug) => (slug === DRIVER ? DRIVER_HAZARD_RATIO : 1);
  return {
    hazardRatios: Object.fromEntries(themeSlugs.map((slug) => [slug, ratioOf(slug)])) as Record<
      ThemeSlug,
      number
    >,
    windowDays: WINDOW_DAYS,
    lagDays: LAG_DAYS,
    driver: DRIVER,
    talkativeConfounder: CONFOUNDER,
    afterChurnOnly: AFTER_CHURN,
    surge: { theme: SURGE, weekStartsOn: formatDay(surgeWeekStart) },
    fix: { theme: FIXED, shippedOn: formatDay(shippedDay) },
    npsDrop: { from: formatDay(addMonths(endDay + 1, -2)), approximateNpsPoints: -10 },
  };
}

/**
 * Eighteen months of a company that sells project and billing software, Tallyfern: its accounts, what they say, who leaves,
 * and the truth planted in it. Pure and deterministic: the same seed and end date give the same workspace.
 * `endDate` is the last day, as YYYY-MM-DD; throws on anything else.
 */
export function makeSampleWorkspace({ seed = 42, endDate = '2026-10-31' } = {}): SampleWorkspace {
  const randomFor = (part: string) => makeRandom(seedFrom(`${seed}:${part}`));
  const endDay = parseDay(endDate);
  const firstDay = addMonths(endDay + 1, -MONTHS);
  const surgeWeekStart = mondayOf(endDay - SURGE_DAYS_BEFORE_END);
  const shippedDay = addMonths(endDay + 1, -FIXED_MONTHS_BEFORE_END);

  const accounts = makeAccounts(randomFor('accounts'), firstDay, endDay);
  const touchesByAccount = new Map<ModelAccount, Touch[]>();
  const everyday = randomFor('everyday');
  for (const account of accounts) {
    const from = Math.max(firstDay, account.startDay + 1);
    touchesByAccount.set(account, planEverydayTouches(everyday, account, from, endDay));
  }
  for (const touch of planDriverEpisodes(randomFor('driver'), accounts, firstDay, endDay)) {
    if (touch.account !== null) touchesByAccount.get(touch.account)?.push(touch);
  }
  simulateChurn(randomFor(CHURN_STREAM), accounts, touchesByAccount, firstDay, endDay);

  const planted = randomFor('planted');
  const touches = [...touchesByAccount.values()]
    .flat()
    .filter(({ account, day }) => day < (account?.churnDay ?? endDay + 1));
  touches.push(...planSurge(planted, accounts, surgeWeekStart));
  touches.push(...planAfterChurn(planted, accounts, endDay));
  touches.push(...planAnonymousReviews(planted, firstDay, endDay, ANONYMOUS_REVIEWS));
  touches.sort((a, b) => a.day - b.day);

  const scores = randomFor(SCORE_STREAM);
  const scorer = (touch: Touch) => drawContentment(scores, touch, surgeWeekStart);
  const writer = new Writer(randomFor('words'));
  const labels = new LabelBook();
  const workspace: SampleWorkspace = {
    startDate: formatDay(firstDay),
    endDate,
    accounts: accounts.map(({ record }) => record),
    contacts: accounts.flatMap(({ contacts }) => contacts.map(({ record }) => record)),
    surveys,
    responses: [],
    conversations: [],
    reviews: [],
    usageEvents: makeUsage(randomFor('usage'), accounts, firstDay, endDay),
    plantedTruth: describeTruth(surgeWeekStart, shippedDay, endDay),
    labels: labels.labels,
    problemLabels: labels.problemLabels,
  };
  const people = accounts.flatMap(({ contacts }) => contacts);
  const nextId = (prefix: string, list: readonly unknown[]) =>
    `${prefix}-${String(list.length + 1).padStart(5, '0')}`;
  for (const touch of touches) {
    if (isSurvey(touch.channel)) {
      const externalId = nextId('resp', workspace.responses);
      const response = renderResponse(writer, labels, touch, touch.channel, scorer, externalId);
      if (response !== null) workspace.responses.push(response);
    } else if (touch.channel === 'ticket' || touch.channel === 'transcript') {
      const externalId = nextId('conv', workspace.conversations);
      const churnDay = touch.account?.churnDay ?? null;
      const lastDay = churnDay !== null && touch.day < churnDay ? Math.min(churnDay - 1, endDay) : endDay;
      const conversation =
        touch.channel === 'ticket'
          ? renderTicket(writer, labels, touch, scorer, lastDay, externalId)
          : renderTranscript(writer, labels, touch, externalId);
      if (conversation !== null) workspace.conversations.push(conversation);
    } else {
      const externalId = nextId('rev', workspace.reviews);
      const stranger = makeStrangerVoice(writer.random, people);
      workspace.reviews.push(renderReview(writer, labels, touch, stranger, scorer, externalId));
    }
  }
  const fixed = randomFor(FIX_STREAM);
  const fixWriter = new Writer(fixed);
  for (const [index, touch] of planFixed(fixed, accounts, shippedDay).entries()) {
    const externalId = `conv-x${String(index + 1).padStart(4, '0')}`;
    const lastDay = Math.min((touch.account?.churnDay ?? shippedDay) - 1, shippedDay - 1);
    const scored = (each: Touch) => drawContentment(fixed, each, surgeWeekStart);
    const conversation = renderTicket(fixWriter, labels, touch, scored, lastDay, externalId);
    if (conversation !== null) workspace.conversations.push(conversation);
  }
  return workspace;
}
