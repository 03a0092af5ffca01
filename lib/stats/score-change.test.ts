import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { computeNps, countNps } from '@/lib/stats/nps';
import { explainScoreChange, type PersonalResponse } from '@/lib/stats/score-change';
import { computeScoreContributions, NO_THEME } from '@/lib/stats/score-contributions';

const said = (score: number, ...themes: string[]) => ({ score, themes });

describe('computeScoreContributions', () => {
  it('splits each response equally over its themes', () => {
    const points = computeScoreContributions([
      said(2, 'slow', 'dear'),
      said(10),
      said(8, 'slow'),
      said(0, 'slow'),
    ]);
    expect(Object.fromEntries([...points].map(([theme, value]) => [String(theme), value]))).toEqual({
      slow: -12.5 - 25,
      dear: -12.5,
      null: 25,
    });
  });

  it('is empty without responses', () => {
    expect(computeScoreContributions([]).size).toBe(0);
  });
});

/** People who answer once or twice, some of whom complain of what pulls them down. */
function simulate(seed: number, slowShare: number): PersonalResponse[] {
  const random = makeRandom(seed);
  return Array.from({ length: 400 }, (_, number) => {
    const isSlow = random() < slowShare;
    const themes = [...(isSlow ? ['slow'] : []), ...(random() < 0.2 ? ['dear'] : [])];
    const score = isSlow && random() < 0.8 ? 3 : Math.floor(6 + 5 * random());
    return { personId: `person-${number % 300}`, score, themes };
  });
}

describe('explainScoreChange', () => {
  const before = simulate(1, 0.3);
  const after = simulate(2, 0.1);
  const rows = explainScoreChange(before, after);

  it('adds up to the change of the score with no remainder', () => {
    const nps = (responses: PersonalResponse[]) =>
      computeNps(countNps(responses.map(({ score }) => score)))?.npsPoints ?? 0;
    expect(rows.reduce((sum, row) => sum + row.changePoints, 0)).toBeCloseTo(nps(after) - nps(before), 10);
  });

  it('finds what moved it, with an interval, and counts its responses', () => {
    const slow = rows.find(({ theme }) => theme === 'slow');
    expect(slow?.changePoints).toBeGreaterThan(5);
    expect(slow?.interval?.low).toBeGreaterThan(0);
    expect(slow?.responsesBefore).toBe(before.filter(({ themes }) => themes.includes('slow')).length);
    const none = rows.find(({ theme }) => theme === NO_THEME);
    expect(none?.responsesAfter).toBe(after.filter(({ themes }) => themes.length === 0).length);
    const dear = rows.find(({ theme }) => theme === 'dear');
    expect(dear?.interval?.low).toBeLessThan(0);
    expect(dear?.interval?.high).toBeGreaterThan(0);
  });

  it('judges over all themes together, so that chance alone seldom stands out', () => {
    const slow = rows.find(({ theme }) => theme === 'slow');
    expect(slow?.qValue).toBeLessThan(0.001);
    const many = (seed: number): PersonalResponse[] => {
      const random = makeRandom(seed);
      return Array.from({ length: 300 }, (_, number) => ({
        personId: `person-${number}`,
        score: Math.floor(11 * random()),
        themes: [`theme-${Math.floor(30 * random())}`],
      }));
    };
    const stood = Array.from({ length: 10 }, (_, seed) => explainScoreChange(many(seed), many(100 + seed)));
    const outside = stood.map((all) =>
      all.filter(({ interval }) => interval && interval.low * interval.high > 0),
    );
    const found = stood.filter((all) => all.some(({ qValue }) => qValue < 0.05));
    expect(outside.filter((all) => all.length > 0).length).toBeGreaterThan(5);
    expect(found.length).toBeLessThan(3);
  });

  it('says nothing where a period has no response', () => {
    expect(explainScoreChange([], after)).toEqual([]);
  });
});
