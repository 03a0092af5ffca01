import { expect, it } from 'vitest';
import { ShortestFirst } from '@/lib/annotations/shortest-first';

it('has a short run done before a long one that began earlier', async () => {
  const line = new ShortestFirst();
  const steps: string[] = [];
  const work = (name: string, count: number) =>
    line.run(async (turn) => {
      for (let left = count; left > 0; left--) {
        await turn(left);
        steps.push(name);
        await new Promise((resolve) => setImmediate(resolve));
      }
    });
  await Promise.all([work('long', 6), work('short', 2)]);
  expect(steps).toEqual(['long', 'short', 'short', ...Array(5).fill('long')]);
});

it('waits for no run that failed, and not past a stop', async () => {
  const line = new ShortestFirst();
  const failed = line.run(async (turn) => {
    await turn(1);
    throw new Error('broken');
  });
  await expect(failed).rejects.toThrow('broken');
  await line.run((turn) => turn(5));

  const stopping = new AbortController();
  let release = () => {};
  const short = line.run(async (turn) => {
    await turn(1);
    await new Promise<void>((resolve) => {
      release = resolve;
    });
  });
  const long = line.run((turn) => turn(5, stopping.signal));
  stopping.abort();
  await expect(long).rejects.toThrow();
  release();
  await short;
});
