import { expect, it } from 'vitest';
import { measureClusters } from './measure-clusters';

it('finds full agreement whatever the groups are called', () => {
  const agreement = measureClusters([
    ['x', 'a'],
    ['x', 'a'],
    ['y', 'b'],
    ['y', 'b'],
  ]);
  expect(agreement).toEqual({ groups: 2, nmi: 1, ari: 1, purity: 1 });
});

it('gives what the formulas give by hand', () => {
  // labels_true 0 0 0 1 1 2, labels_pred 0 0 1 1 2 2.
  const { nmi, ari, purity } = measureClusters([
    ['0', '0'],
    ['0', '0'],
    ['1', '0'],
    ['1', '1'],
    ['2', '1'],
    ['2', '2'],
  ]);
  expect(ari).toBeCloseTo(0.0741, 3);
  expect(nmi).toBeCloseTo(0.5207, 3);
  expect(purity).toBeCloseTo(4 / 6, 6);
});
