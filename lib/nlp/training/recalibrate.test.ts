import { describe, expect, it } from 'vitest';
import { readConfidence } from '../polarity/confidence-curve';
import { recalibrate } from './recalibrate';

const curve = { chances: [0.4, 0.6, 0.8, 0.95], shares: [0.45, 0.6, 0.8, 0.95] };
/** So many judgements at each chance, of which this share is right. */
const judgements = (each: number, shareAt: (chance: number) => number) =>
  curve.chances.flatMap((chance) =>
    Array.from({ length: each }, (_, index) => ({
      chance,
      isRight: index < each * shareAt(chance),
      weight: 1,
    })),
  );

describe('recalibrate', () => {
  it('follows many labels that say the curve promises too much, and still rises', () => {
    const bent = recalibrate(
      curve,
      judgements(200, (chance) => 0.35 + 0.4 * (chance - 0.4)),
    );
    for (const chance of curve.chances) {
      expect(Math.abs(readConfidence(bent, chance) - (0.35 + 0.4 * (chance - 0.4)))).toBeLessThan(0.05);
    }
    expect([...bent.shares].sort((a, b) => a - b)).toEqual(bent.shares);
  });

  it('hardly moves for a handful of labels, and not at all for none', () => {
    const few = recalibrate(
      curve,
      judgements(1, () => 0),
    );
    for (const [index, share] of few.shares.entries()) {
      expect((curve.shares[index] ?? 0) - share).toBeLessThan(0.35);
    }
    const none = recalibrate(curve, []);
    for (const [index, share] of none.shares.entries())
      expect(share).toBeCloseTo(curve.shares[index] ?? 0, 6);
  });

  it('never falls, even where the surest labels are the wrong ones', () => {
    const { shares } = recalibrate(
      curve,
      judgements(200, (chance) => 1 - chance),
    );
    expect([...shares].sort((a, b) => a - b)).toEqual(shares);
  });
});
