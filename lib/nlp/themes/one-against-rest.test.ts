import { describe, expect, it } from 'vitest';
import { fitOneAgainstRest, type LabelledRow, scoreClasses } from './one-against-rest';

const row = (columns: number[], isOf: number[]): LabelledRow => ({
  features: { columns, values: columns.map(() => 1) },
  isOf,
});
const settings = { epochs: 60, seed: 1 };
const scoresOf = (weights: Float32Array, classes: number, features: number, columns: number[]) => {
  const scores = new Float64Array(classes);
  scoreClasses(weights, classes, features, { columns, values: columns.map(() => 1) }, scores);
  return [...scores];
};

describe('fitOneAgainstRest', () => {
  it('learns a class for each word, both for a text of both words, none for neither', () => {
    const rows = [row([0], [0]), row([1], [1]), row([0, 1], [0, 1]), row([2], [])];
    const weights = fitOneAgainstRest([...rows, ...rows, ...rows], 2, 3, settings);
    const [a = 0, b = 0] = scoresOf(weights, 2, 3, [0]);
    expect(a).toBeGreaterThan(1);
    expect(b).toBeLessThan(-1);
    for (const score of scoresOf(weights, 2, 3, [0, 1])) expect(score).toBeGreaterThan(1);
    for (const score of scoresOf(weights, 2, 3, [2])) expect(score).toBeLessThan(-1);
  });

  it('learns nothing of a class from rows that are unsure of it, and starts where it is told', () => {
    const start = Float32Array.of(0.5, 0.25);
    const weights = fitOneAgainstRest([{ ...row([0], []), isUnsureOf: [0] }], 1, 1, { ...settings, start });
    expect([...weights]).toEqual([0.5, 0.25]);
  });

  it('gives the same weights for the same rows', () => {
    const rows = [row([0], [0]), row([1], []), row([0, 1], [0])];
    expect(fitOneAgainstRest(rows, 1, 2, settings)).toEqual(fitOneAgainstRest(rows, 1, 2, settings));
  });
});
