import { makeRandom, type RandomSource } from '@/lib/core/random';
import { firstDayOf } from '@/lib/impact/months';
import type { PanelAccount, PanelInput, ProblemMention } from '@/lib/impact/panel';

/** What each planted theme is, by its id. */
export const PLANTED = {
  driver: 'driver',
  confounder: 'talkative-accounts',
  afterLeaving: 'after-leaving',
  duringNotice: 'during-notice',
  noise: ['noise-1', 'noise-2', 'noise-3', 'noise-4', 'noise-5'],
} as const;

/** All planted theme ids. */
export const PLANTED_THEMES = [
  PLANTED.driver,
  PLANTED.confounder,
  PLANTED.afterLeaving,
  PLANTED.duringNotice,
  ...PLANTED.noise,
];

/** Settings of a simulated workspace. */
export interface Simulation {
  seed: number;
  accounts: number;
  months: number;
  /** How many times likelier an account is to churn in a month exposed to the driver. */
  driverRiskRatio: number;
}

const FIRST_MONTH = 12 * 2024;
const WINDOW_DAYS = 90;
const LAG_DAYS = 30;
const BASE_MONTHLY_CHURN = 0.02;
const TALKATIVE_CHURN_FACTOR = 2.5;

/**
 * Accounts with planted hazards and given assignments (no text). In a month the hazard is that of the plan, times 2.5 for
 * a talkative account, times the driver's risk ratio when the driver was mentioned in the 90 days that end 30 days
 * before the month. So the driver's true risk ratio is the panel's by construction. Talkative accounts (a third) mention
 * everything more often, the confounder above all; it does nothing itself. Two themes come with the end: one in the
 * notice period before it, one after it. Five are noise.
 */
export function simulateWorkspace(simulation: Simulation): PanelInput {
  const random = makeRandom(simulation.seed);
  const accounts: PanelAccount[] = [];
  const mentions: ProblemMention[] = [];
  for (let number = 0; number < simulation.accounts; number++) {
    const made = simulateAccount(`account-${number}`, simulation, random);
    accounts.push(made.account);
    mentions.push(...made.mentions);
  }
  const end = firstDayOf(FIRST_MONTH + simulation.months);
  return {
    accounts,
    mentions,
    coverage: { feedbackFrom: firstDayOf(FIRST_MONTH), feedbackUntil: end, churnUntil: end },
  };
}

function simulateAccount(
  accountId: string,
  { months, driverRiskRatio }: Simulation,
  random: RandomSource,
): { account: PanelAccount; mentions: ProblemMention[] } {
  const plan = random() < 0.5 ? 'team' : 'business';
  const isTalkative = random() < 1 / 3;
  const startedDay = firstDayOf(FIRST_MONTH) - Math.floor(random() * 900);
  const mentions: ProblemMention[] = [];
  const say = (themeId: string, occurredDay: number) =>
    mentions.push({ unitId: accountId, themeId, occurredDay });
  let churnedDay: number | null = null;
  for (let month = FIRST_MONTH; month < FIRST_MONTH + months && churnedDay === null; month++) {
    const start = firstDayOf(month);
    const length = firstDayOf(month + 1) - start;
    const isExposed = mentions.some(
      ({ themeId, occurredDay }) =>
        themeId === PLANTED.driver &&
        occurredDay >= start - LAG_DAYS - WINDOW_DAYS &&
        occurredDay < start - LAG_DAYS,
    );
    const hazard =
      BASE_MONTHLY_CHURN *
      (plan === 'team' ? 1.3 : 0.7) *
      (isTalkative ? TALKATIVE_CHURN_FACTOR : 1) *
      (isExposed ? driverRiskRatio : 1);
    if (random() < hazard) churnedDay = start + Math.floor(random() * length);
    for (const [themeId, rate] of monthlyRates(isTalkative)) {
      if (random() >= rate) continue;
      const day = start + Math.floor(random() * length);
      if (churnedDay === null || day < churnedDay) say(themeId, day);
    }
  }
  if (churnedDay !== null) {
    if (random() < 0.6) say(PLANTED.duringNotice, churnedDay - 1 - Math.floor(random() * 29));
    if (random() < 0.6) say(PLANTED.afterLeaving, churnedDay + 1 + Math.floor(random() * 40));
  }
  const account: PanelAccount = {
    accountId,
    plan,
    arrHistory: [{ fromDay: startedDay, arrCents: Math.round(50_000 * 10 ** (3 * random())) }],
    startedDay,
    churnedDay,
    renewalDay: null,
  };
  return { account, mentions };
}

/** Chance of a mention in a month, by theme. The themes that come with the end are also heard of otherwise. */
function monthlyRates(isTalkative: boolean): [string, number][] {
  return [
    [PLANTED.driver, isTalkative ? 0.12 : 0.04],
    [PLANTED.confounder, isTalkative ? 0.5 : 0.02],
    [PLANTED.afterLeaving, isTalkative ? 0.05 : 0.01],
    [PLANTED.duringNotice, isTalkative ? 0.05 : 0.01],
    ...PLANTED.noise.map((themeId): [string, number] => [themeId, isTalkative ? 0.45 : 0.01]),
  ];
}
