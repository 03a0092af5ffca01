import { describe, expect, it } from 'vitest';
import { predictChances } from '../polarity/linear-model';
import { fitLogistic } from './fit-logistic';

/** Three clusters on a line, each also with a bucket of its own. */
const rows = (targets: number[][], dense: number[]) => ({
  dense: dense.map((value) => Float32Array.of(value)),
  denseWidth: 1,
  buckets: dense.map((value) => Uint32Array.of(value + 1)),
  bucketValues: dense.map(() => 1),
  bucketCount: 4,
  targets: Float32Array.from(targets.flat()),
  weights: Float32Array.from(dense, () => 1),
});
const certain = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

describe('fitLogistic', () => {
  it('learns which texts are which', () => {
    const model = fitLogistic(rows([...certain, ...certain], [-1, 0, 1, -1, 0, 1]), 0.01, 100);
    for (const [label, value] of [-1, 0, 1].entries()) {
      const chances = predictChances(model, [[value]], Uint32Array.of(value + 1), 1);
      expect(chances[label]).toBeGreaterThan(0.9);
    }
  });

  it('gives back the chances it was shown where one kind of text has several labels', () => {
    const model = fitLogistic(rows([[0.7, 0.2, 0.1]], [0]), 1e-6, 200);
    const chances = predictChances(model, [[0]], Uint32Array.of(1), 1);
    expect(chances.map((chance) => Math.round(chance * 100))).toEqual([70, 20, 10]);
  });
});
