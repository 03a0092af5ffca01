import { describe, expect, it } from 'vitest';
import { daysNeeded, judgeSurge, sumBack, wholeYears } from '@/lib/alerts/judge-surge';
import { ruleSchemas } from '@/lib/alerts/schema';
import { makeRandom } from '@/lib/core/random';
import { farringtonHistory } from '@/lib/stats/farrington-flexible';

const rule = ruleSchemas.theme_surge.parse({});

/** Poisson counts of a mean, by Knuth's method. */
function quietDays(days: number, mean: number, seed = 1): number[] {
  const random = makeRandom(seed);
  return Array.from({ length: days }, () => {
    let [count, product] = [0, random()];
    for (; product > Math.exp(-mean); product *= random()) count++;
    return count;
  });
}

describe('before three years of history', () => {
  it('needs ten points, and judges by days or by weeks that end on the day', () => {
    expect(judgeSurge(new Array<number>(9).fill(0), 8, rule)).toBeNull();
    expect(judgeSurge(new Array<number>(69).fill(0), 68, { ...rule, unit: 'week' })).toBeNull();
    const weeks = judgeSurge(new Array<number>(70).fill(1), 69, { ...rule, unit: 'week' });
    expect(weeks).toMatchObject({ method: 'ears_c2', unit: 'week', count: 7, expected: 7, isAlarm: false });
  });

  it('takes three mentions after a week of silence for rare only by a longer silence', () => {
    const silence = (days: number) => [...new Array<number>(days).fill(0), 3];
    const [young, old] = [9, 58].map((days) => judgeSurge(silence(days), days, rule));
    expect(young?.isAlarm).toBe(true);
    expect(young?.pValue).toBeGreaterThan(1e-4);
    expect(old?.pValue).toBeLessThan(1e-5);
  });

  it('cries where C2 alone would, less often than C2 alone', () => {
    let [alone, rare] = [0, 0];
    for (let seed = 0; seed < 40; seed++) {
      const counts = quietDays(200, 0.4, seed);
      for (let day = 60; day < 200; day++) {
        const judgement = judgeSurge(counts, day, rule);
        if (!judgement?.isAlarm) continue;
        alone++;
        if (judgement.pValue < rule.alpha) rare++;
      }
    }
    expect(alone).toBeGreaterThan(20);
    expect(rare).toBeLessThan(alone / 5);
  });

  it('gives fewer statements than an alert needs no weight among the themes', () => {
    const counts = [...new Array<number>(58).fill(0), 2];
    expect(judgeSurge(counts, 58, rule)).toEqual({ method: 'too_few', pValue: 1, isAlarm: false });
  });
});

describe('from three whole years of history on', () => {
  const days = 7 * (farringtonHistory(3) + 1);

  it('judges the week by the same weeks of earlier years', () => {
    expect([-1, 0, 52 * 7, 2000 * 365].map((more) => wholeYears(days + more))).toEqual([0, 3, 4, 5]);
    expect(daysNeeded('day', 3)).toBe(days);
    const quiet = quietDays(days, 1.5);
    const calm = judgeSurge(quiet, days - 1, rule);
    expect(calm).toMatchObject({ method: 'farrington', years: 3, unit: 'week', isAlarm: false });
    expect(calm?.method === 'farrington' && Math.abs(calm.expected - 10.5)).toBeLessThan(4);
    const surge = [...quiet.slice(0, -1), 30];
    expect(judgeSurge(surge, days - 1, rule)).toMatchObject({ method: 'farrington', isAlarm: true });
    expect(judgeSurge(surge, days - 1, rule)?.pValue).toBeLessThan(0.001);
  });
});

it('adds up whole units only, the newest last', () => {
  expect(sumBack([1, 2, 3, 4, 5, 6, 7, 8, 9], 8, 'week', 5)).toEqual([42]);
  expect(sumBack([1, 2, 3, 4], 2, 'day', 2)).toEqual([2, 3]);
});
