import { readFileSync, statSync } from 'node:fs';
import { expect, test } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { ENCODER_WIDTH } from './encoder';
import { dot } from './principal-axes';
import { formatSentenceAxes, packSentence, parseSentenceAxes, SENTENCE_WIDTH } from './sentence-vector';

const FILE = new URL('./sentence-axes.bin', import.meta.url);
const MOST_BYTES = 80_000;

const cosine = (a: ArrayLike<number>, b: ArrayLike<number>) => dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));

test('the axes are small, read back as they were written, and stand at right angles', () => {
  expect(statSync(FILE).size).toBeLessThan(MOST_BYTES);
  const read = parseSentenceAxes(readFileSync(FILE));
  expect(read.axes).toHaveLength(SENTENCE_WIDTH);
  expect(formatSentenceAxes(read)).toEqual(readFileSync(FILE));
  const [first, second] = read.axes;
  expect(dot(first ?? [], first ?? [])).toBeCloseTo(1, 2);
  expect(dot(first ?? [], second ?? [])).toBeCloseTo(0, 2);
});

test('packed vectors are as alike as what they were made of, along the axes kept', () => {
  const { mean, axes } = parseSentenceAxes(readFileSync(FILE));
  const random = makeRandom(3);
  const makeVector = (about: number) => {
    const vector = Float64Array.from(mean);
    for (const axis of [about, about + 1, 100]) {
      const share = 0.2 + random() / 10;
      axes[axis]?.forEach((value, at) => {
        vector[at] = (vector[at] ?? 0) + share * value;
      });
    }
    return Float32Array.from(vector);
  };
  const [one, like, other] = [makeVector(0), makeVector(0), makeVector(40)];
  const centred = (vector: Float32Array) => vector.map((value, at) => value - (mean[at] ?? 0));
  for (const [a, b] of [
    [one, like],
    [one, other],
  ] as const) {
    expect(cosine(packSentence(a), packSentence(b))).toBeCloseTo(cosine(centred(a), centred(b)), 1);
  }
  expect(packSentence(one)).toHaveLength(SENTENCE_WIDTH);
  expect(Math.max(...packSentence(one).map(Math.abs))).toBe(127);
  expect(packSentence(Float32Array.from({ length: ENCODER_WIDTH }, (_, at) => mean[at] ?? 0))).toEqual(
    new Int8Array(SENTENCE_WIDTH),
  );
});
