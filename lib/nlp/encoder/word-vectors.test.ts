import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatWordVectors, getWordVectors, parseWordVectors } from './word-vectors';

const MOST_BYTES = 4_000_000;
const WIDEST = 96;

const cosine = (a: Float32Array, b: Float32Array): number =>
  a.reduce((sum, value, index) => sum + value * (b[index] ?? 0), 0);

describe('getWordVectors', () => {
  const table = getWordVectors();
  const near = (a: string, b: string) => cosine(table.embed(a.split(' ')), table.embed(b.split(' ')));

  it('is small enough to be committed', () => {
    expect(statSync(new URL('./word-vectors.bin', import.meta.url)).size).toBeLessThan(MOST_BYTES);
    expect(table.width).toBeLessThanOrEqual(WIDEST);
    expect(table.size).toBeGreaterThan(20_000);
  });

  it('puts like things near each other', () => {
    expect(near('refund', 'reimbursement')).toBeGreaterThan(near('refund', 'nurse'));
    expect(near('the nurse was kind', 'doctors are friendly')).toBeGreaterThan(
      near('the nurse was kind', 'my card was charged twice'),
    );
  });

  it('gives vectors of unit length, and zeros where no word is known', () => {
    const vector = table.embed(['the', 'queue']);
    expect(cosine(vector, vector)).toBeCloseTo(1, 5);
    expect(table.embed(['zzqqxxyy']).every((value) => value === 0)).toBe(true);
    expect(table.embed([])).toHaveLength(table.width);
  });
});

describe('formatWordVectors', () => {
  it('comes back as it was', () => {
    const table = {
      words: ['a', 'né'],
      width: 2,
      rows: Int8Array.of(3, 4, 0, -127),
      steps: Float32Array.of(0.5, 2),
    };
    const read = parseWordVectors(formatWordVectors(table));
    expect(read).toMatchObject({ size: 2, width: 2 });
    expect([...read.embed(['a'])]).toEqual([expect.closeTo(0.6, 6), expect.closeTo(0.8, 6)]);
    expect([...read.embed(['né'])]).toEqual([0, -1]);
  });
});
