import { expect, test } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { expectClose, readReference } from '@/lib/stats/testing/reference';
import { computeThemeImpact } from '@/lib/stats/theme-impact';
import { type ContactResponse, testThemeImpact } from '@/lib/stats/theme-impact-uncertainty';

interface Case {
  scores: number[];
  mentionsTheme: number[];
  impactPoints: number | null;
}

/** One response a contact; the first `withTheme` have the theme. Detractors are dealt with these probabilities. */
function makeResponses(
  seed: number,
  {
    contacts,
    withTheme,
    risk,
    themeRisk,
  }: { contacts: number; withTheme: number; risk: number; themeRisk: number },
): ContactResponse[] {
  const random = makeRandom(seed);
  return Array.from({ length: contacts }, (_, index) => {
    const mentionsTheme = index < withTheme;
    return {
      contactId: `c${index}`,
      mentionsTheme,
      score: random() < (mentionsTheme ? themeRisk : risk) ? 2 : 10,
    };
  });
}

test('the impact agrees with the reference', () => {
  for (const { scores, mentionsTheme, impactPoints } of readReference<Case>('nps_theme_impact')) {
    const responses = scores.map((score, index) => ({ score, mentionsTheme: mentionsTheme[index] === 1 }));
    expectClose(computeThemeImpact(responses), impactPoints);
  }
});

test('a theme in every response, or no response, has no impact to tell', () => {
  expect(computeThemeImpact([{ score: 3, mentionsTheme: true }])).toBeNull();
  expect(computeThemeImpact([])).toBeNull();
  expect(computeThemeImpact([{ score: 3, mentionsTheme: false }])).toBe(0);
  expect(testThemeImpact([{ contactId: 'a', score: 3, mentionsTheme: true }])).toBeNull();
  expect(testThemeImpact([{ contactId: 'a', score: 3, mentionsTheme: false }])).toBeNull();
});

test('a planted impact is found, with the point inside its interval', () => {
  const impact = testThemeImpact(
    makeResponses(5, { contacts: 200, withTheme: 40, risk: 0.2, themeRisk: 0.7 }),
  );
  expect(impact?.pValue).toBeLessThan(0.01);
  expect(impact?.impactPoints).toBeLessThan(0);
  expect(impact?.interval.high).toBeLessThan(0);
  expect(impact?.interval.low).toBeLessThan(impact?.impactPoints ?? Number.NaN);
  expect(impact).toMatchObject({ contacts: 200, contactsWithTheme: 40 });
});

test('unequal groups: a true null is rejected about as often as it should be', () => {
  let rejected = 0;
  for (let seed = 1; seed <= 300; seed++) {
    const responses = makeResponses(seed, { contacts: 200, withTheme: 12, risk: 0.35, themeRisk: 0.35 });
    const impact = testThemeImpact(responses, { replicates: 199, seed });
    if (impact !== null && impact.pValue <= 0.05) rejected++;
  }
  expect(rejected).toBeGreaterThanOrEqual(3);
  expect(rejected).toBeLessThanOrEqual(24);
});

test('answers of one person are one piece of evidence', () => {
  const once = makeResponses(5, { contacts: 60, withTheme: 15, risk: 0.3, themeRisk: 0.5 });
  const fourTimes = once.flatMap((response) => [response, response, response, response]);
  const single = testThemeImpact(once);
  const repeated = testThemeImpact(fourTimes);
  expect(repeated?.contacts).toBe(60);
  expect(repeated?.impactPoints).toBeCloseTo(single?.impactPoints ?? Number.NaN, 10);
  expect(repeated?.pValue).toBe(single?.pValue);
});

test('the same seed repeats, another does not', () => {
  const responses = makeResponses(9, { contacts: 80, withTheme: 20, risk: 0.3, themeRisk: 0.4 });
  expect(testThemeImpact(responses, { seed: 3 })).toEqual(testThemeImpact(responses, { seed: 3 }));
  expect(testThemeImpact(responses, { seed: 4 })?.interval).not.toEqual(
    testThemeImpact(responses, { seed: 3 })?.interval,
  );
});

test('of CSAT it is in percentage points of the satisfied', () => {
  const scores = [5, 4, 3, 1];
  const responses = scores.map((score, index) => ({ score, mentionsTheme: index === 3 }));
  expect(computeThemeImpact(responses, 'csat')).toBeCloseTo(50 - 200 / 3, 9);
});
