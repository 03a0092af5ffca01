import { describe, expect, it } from 'vitest';
import {
  blendChances,
  type LinearModel,
  packLinearModel,
  predictChances,
  unpackLinearModel,
} from './linear-model';

const model: LinearModel = {
  bias: Float32Array.of(0.5, 0, -0.5),
  dense: Float32Array.of(1, 0, -1, 0, 2, 0),
  sparse: Int8Array.of(0, 0, 0, -10, 0, 10),
  sparseScale: 0.1,
};

describe('predictChances', () => {
  it('is the softmax of the weighted features', () => {
    const [negative, neutral, positive] = predictChances(model, [[2], [0.5]], Uint32Array.of(1), 2);
    // 0.5 + 2 - 2, 1, -0.5 - 2 + 2
    const powers = [Math.exp(0.5), Math.exp(1), Math.exp(-0.5)];
    const sum = powers.reduce((all, power) => all + power, 0);
    expect([negative, neutral, positive]).toEqual(powers.map((power) => expect.closeTo(power / sum, 6)));
    expect(negative + neutral + positive).toBeCloseTo(1, 12);
  });

  it('bears features of any size', () => {
    const chances = predictChances(model, [[1e6], [0]], new Uint32Array(), 0);
    expect(chances[0]).toBe(1);
    expect(chances.every(Number.isFinite)).toBe(true);
  });
});

describe('packLinearModel', () => {
  it('comes back as it was', () => {
    expect(unpackLinearModel(JSON.parse(JSON.stringify(packLinearModel(model))))).toEqual(model);
  });
});

describe('blendChances', () => {
  it('is the weighted mean', () => {
    expect(blendChances([1, 0, 0], [0, 0, 1], 0.6)).toEqual([0.6, 0, 0.4]);
  });
});
