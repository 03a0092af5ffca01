import { describe, expect, it } from 'vitest';
import { readAhead } from '@/lib/ingest/read-ahead';

/** Numbers as they are asked for; notes what was made and whether it was closed. */
function makeSource(count: number, failsAt = Number.POSITIVE_INFINITY) {
  const seen = { made: 0, isClosed: false };
  async function* numbers() {
    try {
      for (let number = 0; number < count; number++) {
        if (number === failsAt) throw new Error('the file is gone');
        seen.made++;
        yield number;
      }
    } finally {
      seen.isClosed = true;
    }
  }
  return { seen, numbers: numbers() };
}

describe('readAhead', () => {
  it('gives all in order, and makes one more than is asked for', async () => {
    const { seen, numbers } = makeSource(4);
    const taken: [number, number][] = [];
    for await (const number of readAhead(numbers)) {
      await new Promise((resolve) => setImmediate(resolve));
      taken.push([number, seen.made]);
    }
    expect(taken).toEqual([
      [0, 2],
      [1, 3],
      [2, 4],
      [3, 4],
    ]);
  });

  it('closes the source when it is left', async () => {
    const { seen, numbers } = makeSource(10);
    for await (const number of readAhead(numbers)) if (number === 2) break;
    expect(seen).toEqual({ made: 4, isClosed: true });
  });

  it('gives what came before an error, then throws it', async () => {
    const taken: number[] = [];
    const reading = (async () => {
      for await (const number of readAhead(makeSource(5, 3).numbers)) taken.push(number);
    })();
    await expect(reading).rejects.toThrow('the file is gone');
    expect(taken).toEqual([0, 1, 2]);
  });
});
