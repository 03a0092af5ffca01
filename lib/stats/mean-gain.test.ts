import { describe, expect, it } from 'vitest';
import { computeMeanGain } from './mean-gain';

const alone = (gains: number[]) => gains.map((gain, index) => ({ group: String(index), gain }));

describe('computeMeanGain', () => {
  it('is the usual standard error of a mean where each row is a group', () => {
    // R: x <- c(1, 0, 0, -1, 1, 1); mean(x); sd(x) / sqrt(6)
    const found = computeMeanGain(alone([1, 0, 0, -1, 1, 1]));
    expect(found?.value).toBeCloseTo(0.3333333, 6);
    expect(found?.standardError).toBeCloseTo(0.3333333, 6);
    expect(found?.interval.low).toBeCloseTo(0.3333333 - 1.959964 * 0.3333333, 5);
  });

  it('learns nothing from the same row said twice by the same person', () => {
    const once = alone([1, 0, 0, -1, 1, 1]);
    const twice = [...once, ...once];
    expect(computeMeanGain(twice)?.standardError).toBeCloseTo(computeMeanGain(once)?.standardError ?? 0, 9);
    expect(computeMeanGain(twice)?.groups).toBe(6);
  });

  it('says nothing of one group', () => {
    expect(computeMeanGain([])).toBeNull();
    expect(
      computeMeanGain([
        { group: 'a', gain: 1 },
        { group: 'a', gain: 0 },
      ]),
    ).toBeNull();
  });
});
