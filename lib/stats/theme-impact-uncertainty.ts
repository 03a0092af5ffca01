import { makeRandom, type RandomSource } from '@/lib/core/random';
import { answerValue, type DrivenMetric } from '@/lib/stats/answer-value';
import type { Interval } from '@/lib/stats/interval';
import { computePercentileInterval } from '@/lib/stats/quantile';
import { computeThemeImpact, type ThemeResponse } from '@/lib/stats/theme-impact';

/** A response with the person (or account) who gave it: people, not responses, are the units of chance. */
export interface ContactResponse extends ThemeResponse {
  contactId: string;
}

/** A theme's impact on the score in points of 100, and how far chance alone could have made it. */
export interface ThemeImpact {
  impactPoints: number;
  /** Bootstrap over contacts, 95 %. */
  interval: Interval;
  /** Permutation over contacts, two-sided. */
  pValue: number;
  /** Contacts with the theme in at least one response, and all contacts. */
  contactsWithTheme: number;
  contacts: number;
}

/** What one contact adds: answers and sum of their values, in all and in the responses with the theme. */
interface ContactSum {
  answers: number;
  values: number;
  themeAnswers: number;
  themeValues: number;
}

function sumByContact(
  responses: Iterable<ContactResponse>,
  valueIn: (score: number) => number,
): ContactSum[] {
  const sums = new Map<string, ContactSum>();
  for (const { contactId, score, mentionsTheme } of responses) {
    const sum = sums.get(contactId) ?? { answers: 0, values: 0, themeAnswers: 0, themeValues: 0 };
    const value = valueIn(score);
    sum.answers++;
    sum.values += value;
    if (mentionsTheme) {
      sum.themeAnswers++;
      sum.themeValues += value;
    }
    sums.set(contactId, sum);
  }
  return [...sums.values()];
}

function impactOf(total: ContactSum): number {
  const without = total.answers - total.themeAnswers;
  return 100 * (total.values / total.answers - (total.values - total.themeValues) / without);
}

function addDraws(total: ContactSum, group: readonly ContactSum[], random: RandomSource): void {
  for (let draw = 0; draw < group.length; draw++) {
    const contact = group[Math.floor(random() * group.length)];
    if (contact === undefined) continue;
    total.answers += contact.answers;
    total.values += contact.values;
    total.themeAnswers += contact.themeAnswers;
    total.themeValues += contact.themeValues;
  }
}

/** Contacts are redrawn inside each group, so that every replicate has as many with and without the theme as the data. */
function bootstrapInterval(
  withTheme: readonly ContactSum[],
  withoutTheme: readonly ContactSum[],
  replicates: number,
  random: RandomSource,
): Interval | null {
  const impacts = new Float64Array(replicates);
  for (let replicate = 0; replicate < replicates; replicate++) {
    const total: ContactSum = { answers: 0, values: 0, themeAnswers: 0, themeValues: 0 };
    addDraws(total, withTheme, random);
    addDraws(total, withoutTheme, random);
    impacts[replicate] = impactOf(total);
  }
  return computePercentileInterval(impacts);
}

/**
 * Which contacts have the theme is dealt anew, always to as many as in the data. The statistic takes a contact's responses
 * out as a whole, in the data as in the permutations; without repeated answers this is the leave-one-out impact itself.
 */
function permutationPValue(
  contacts: ContactSum[],
  countWithTheme: number,
  replicates: number,
  random: RandomSource,
): number {
  const all = contacts.reduce((sum, contact) => sum + contact.answers, 0);
  const allValues = contacts.reduce((sum, contact) => sum + contact.values, 0);
  const statistic = () => {
    let answers = 0;
    let values = 0;
    for (let index = 0; index < countWithTheme; index++) {
      answers += contacts[index]?.answers ?? 0;
      values += contacts[index]?.values ?? 0;
    }
    return Math.abs(allValues / all - (allValues - values) / (all - answers));
  };
  const observed = statistic() - 1e-12;
  let asExtreme = 1;
  for (let replicate = 0; replicate < replicates; replicate++) {
    dealTheme(contacts, countWithTheme, random);
    if (statistic() >= observed) asExtreme++;
  }
  return asExtreme / (replicates + 1);
}

/** Brings a random choice of contacts to the front (Fisher-Yates, stopped after `count`). */
function dealTheme(contacts: ContactSum[], count: number, random: RandomSource): void {
  for (let index = 0; index < count; index++) {
    const other = index + Math.floor(random() * (contacts.length - index));
    const here = contacts[index];
    const there = contacts[other];
    if (here === undefined || there === undefined) continue;
    contacts[index] = there;
    contacts[other] = here;
  }
}

/**
 * Impact of a theme on the score with bootstrap interval and permutation p value, both over contacts and with the group
 * sizes kept. Give only responses with text: people who write differ from people who do not. Null when no contact has
 * the theme or none is without it. The same seed gives the same result. Adjust over themes by Benjamini-Hochberg.
 */
export function testThemeImpact(
  responses: readonly ContactResponse[],
  {
    replicates = 2000,
    seed = 1,
    metric = 'nps',
  }: { replicates?: number; seed?: number; metric?: DrivenMetric } = {},
): ThemeImpact | null {
  const impactPoints = computeThemeImpact(responses, metric);
  const contacts = sumByContact(responses, answerValue[metric]);
  const withTheme = contacts.filter((contact) => contact.themeAnswers > 0);
  const withoutTheme = contacts.filter((contact) => contact.themeAnswers === 0);
  if (impactPoints === null || withTheme.length === 0 || withoutTheme.length === 0) return null;
  const random = makeRandom(seed);
  const interval = bootstrapInterval(withTheme, withoutTheme, replicates, random);
  if (interval === null) return null;
  return {
    impactPoints,
    interval,
    pValue: permutationPValue([...withTheme, ...withoutTheme], withTheme.length, replicates, random),
    contactsWithTheme: withTheme.length,
    contacts: contacts.length,
  };
}
