import { describe, expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { computeNps } from '@/lib/stats/nps';
import { computePostStratified, type Stratum } from '@/lib/stats/post-stratification';

const part = (name: string, asked: number, positive: number, neutral: number, negative = 0): Stratum => ({
  ...{ name, asked },
  values: new Map([
    [1, positive],
    [0, neutral],
    [-1, negative],
  ]),
});

describe('computePostStratified', () => {
  it('weighs each part by its share of those asked', () => {
    // Small accounts are 80 % of those asked and 20 of 60 answers: 0.8 x -0.5 + 0.2 x 0.5.
    const { result } = computePostStratified(
      [part('small', 800, 5, 0, 15), part('large', 200, 25, 10, 5)],
      'net',
    );
    expect(result?.estimate).toBeCloseTo(-0.3, 12);
    expect(result?.strata.map(({ weight }) => weight)).toEqual([0.8 / (20 / 60), 0.2 / (40 / 60)]);
    // Kish: 60 x (20 x 2.4^2 + 40 x 0.3^2) / 60^2.
    expect(result?.designEffect).toBeCloseTo(1.98, 12);
    expect(result?.effectiveN).toBeCloseTo(60 / 1.98, 12);
    expect(result?.n).toBe(60);
    expect(result?.interval.low).toBeLessThan(-0.3);
    expect(result?.interval.high).toBeGreaterThan(-0.3);
  });

  it('changes nothing where all parts answer alike', () => {
    const { result } = computePostStratified([part('a', 100, 10, 5, 5), part('b', 300, 30, 15, 15)], 'net');
    const plain = computeNps({ promoters: 40, passives: 20, detractors: 20 });
    expect(result?.designEffect).toBeCloseTo(1, 12);
    expect(100 * (result?.estimate ?? 0)).toBeCloseTo(plain?.npsPoints ?? Number.NaN, 12);
    expect(100 * (result?.interval.low ?? 0)).toBeCloseTo(plain?.interval.low ?? Number.NaN, 0);
  });

  it('weighs a mean on any scale', () => {
    const values = (...list: number[]) => new Map(list.map((n, index) => [index + 1, n]));
    const { result } = computePostStratified(
      [
        { name: 'small', asked: 300, values: values(4, 3, 2, 1, 1, 1, 0) },
        { name: 'large', asked: 100, values: values(0, 0, 1, 2, 4, 6, 7) },
      ],
      'mean',
    );
    // By hand: means 31/12 and 5.8, variances 2.8106 of 12 and 1.4316 of 20; t with 11.75 degrees of freedom is 2.184.
    const error = Math.sqrt((0.75 ** 2 * 2.810606) / 12 + (0.25 ** 2 * 1.431579) / 20);
    const estimate = 0.75 * (31 / 12) + 0.25 * 5.8;
    expect(result?.estimate).toBeCloseTo(estimate, 12);
    expect((result?.interval.high ?? 0) - estimate).toBeCloseTo(2.184 * error, 3);
    expect(estimate - (result?.interval.low ?? 0)).toBeCloseTo(2.184 * error, 3);
  });

  it('says why it does not weigh', () => {
    const full = part('a', 100, 10, 0);
    expect(computePostStratified([full], 'share').gap).toEqual({ why: 'one_part' });
    expect(computePostStratified([full, part('b', 5, 9, 0)], 'share').gap).toEqual({
      ...{ why: 'few_answers', name: 'b', answers: 9 },
    });
    expect(computePostStratified([full, part('b', 0, 12, 0)], 'share').gap).toEqual({
      ...{ why: 'not_asked', name: 'b', answers: 12 },
    });
    expect(computePostStratified([full, part('b', 0, 0, 0)], 'share').gap).toEqual({ why: 'one_part' });
  });

  it('is not certain of unanimous parts, and stays on the scale', () => {
    const { result } = computePostStratified([part('a', 50, 12, 0), part('b', 50, 12, 0)], 'share');
    expect(result).toMatchObject({ estimate: 1, interval: { high: 1 } });
    expect(result?.interval.low).toBeLessThan(0.95);
  });

  // Half answer in one part and a tenth in the other, whose opinions differ: the plain score is biased, the weighted is not.
  it.each(['net', 'share'] as const)('covers the truth of everybody asked (%s)', (kind) => {
    const random = makeRandom(7);
    const truth = { content: 0.7, angry: 0.25 };
    const asked = { content: 120, angry: 280 };
    const mean = (p: number) => (kind === 'net' ? p - (1 - p) * 0.6 : p);
    const target = (asked.content * mean(truth.content) + asked.angry * mean(truth.angry)) / 400;
    const answer = (name: 'content' | 'angry', n: number): Stratum => {
      let [positive, neutral, negative] = [0, 0, 0];
      for (let index = 0; index < n; index++) {
        if (random() < truth[name]) positive++;
        else if (kind === 'net' && random() < 0.6) negative++;
        else neutral++;
      }
      return part(name, asked[name], positive, neutral, negative);
    };
    const runs = 2000;
    let covered = 0;
    let sum = 0;
    for (let run = 0; run < runs; run++) {
      const { result } = computePostStratified([answer('content', 60), answer('angry', 28)], kind);
      if (!result) throw new Error('not weighted');
      sum += result.estimate;
      if (result.interval.low <= target && target <= result.interval.high) covered++;
    }
    expect(sum / runs).toBeCloseTo(target, 2);
    expect(covered / runs).toBeGreaterThan(0.93);
    expect(covered / runs).toBeLessThan(0.98);
  });
});
