import { expect, test } from 'vitest';
import { annotateText } from './annotate';
import { openEnginePool } from './engine-pool';

/** Threads load the engine anew. */
const TIMEOUT_MS = 120_000;
const TEXTS = Array.from({ length: 150 }, (_, index) => ({
  text: `The queue was long, but nurse ${index} was lovely.`,
}));

test('threads give what the calling thread gives, in order', { timeout: TIMEOUT_MS }, async () => {
  const pool = await openEnginePool({ lane: 'fast', threads: 2 });
  expect(pool).toMatchObject({ lane: 'fast', problem: null, name: 'blend' });
  expect(await pool.annotate(TEXTS)).toEqual(TEXTS.map(annotateText));
  expect(await pool.annotate([])).toEqual([]);
  await pool.close();
});

test('what a closed pool was doing fails rather than waits', { timeout: TIMEOUT_MS }, async () => {
  const pool = await openEnginePool({ lane: 'fast', threads: 1 });
  const lost = expect(pool.annotate(TEXTS)).rejects.toThrow('ended');
  await pool.close();
  await lost;
});
