import { expect, it } from 'vitest';
import { makeRandom } from '@/lib/core/random';
import { makeDotKernel } from './dot-kernel';

it('multiplies each query with each row, with numbers of either sign', () => {
  const random = makeRandom(3);
  const [queries, rows, width] = [3, 5, 24];
  const memory = new WebAssembly.Memory({ initial: 1 });
  const numbers = new Int16Array(memory.buffer, 0, (queries + rows) * width);
  numbers.forEach((_, at) => {
    numbers[at] = Math.floor((random() - 0.5) * 8192);
  });
  const rowBytes = width * 2;
  const out = (queries + rows) * rowBytes;
  makeDotKernel(memory)(0, queries, queries * rowBytes, rows, rowBytes, out);
  const products = new Int32Array(memory.buffer, out, queries * rows);
  for (let query = 0; query < queries; query++) {
    for (let row = 0; row < rows; row++) {
      const expected = Array.from(
        { length: width },
        (_, at) => (numbers[query * width + at] ?? 0) * (numbers[(queries + row) * width + at] ?? 0),
      ).reduce((sum, value) => sum + value, 0);
      expect(products[query * rows + row]).toBe(expected);
    }
  }
});
