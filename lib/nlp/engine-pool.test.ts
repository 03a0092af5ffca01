import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { annotateText } from './annotate';
import { openEnginePool } from './engine-pool';
import { judgeFast } from './polarity/judge-sentiment';
import { discoverThemes } from './themes/discover';
import { plantedSegments } from './themes/testing/planted-segments';

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
  const statements = TEXTS.map(({ text }) => ({ text, language: 'en' }));
  expect(await pool.judge(statements)).toEqual(statements.map(judgeFast));
  const segments = plantedSegments(10, 1).map(({ segment }) => segment);
  expect(await pool.discoverThemes(segments)).toEqual(discoverThemes(segments));
  await pool.close();
});

test('what a closed pool was doing fails rather than waits', { timeout: TIMEOUT_MS }, async () => {
  const pool = await openEnginePool({ lane: 'fast', threads: 1 });
  const lost = expect(pool.annotate(TEXTS)).rejects.toThrow('ended');
  await pool.close();
  await lost;
});

test('without an encoder that works it reads in the fast lane, and says why', {
  timeout: TIMEOUT_MS,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'verbatim-pool-'));
  const damaged = join(folder, 'damaged.onnx');
  writeFileSync(damaged, 'not a model');
  for (const [encoderFile, reason] of [
    [join(folder, 'absent.onnx'), /missing/],
    [damaged, /damaged\.onnx/],
  ] as const) {
    const pool = await openEnginePool({ lane: 'full', threads: 1, encoderFile });
    expect(pool).toMatchObject({
      lane: 'fast',
      version: 'blend-5-fast',
      problem: expect.stringMatching(reason),
    });
    expect(await pool.annotate(TEXTS.slice(0, 2))).toEqual(TEXTS.slice(0, 2).map(annotateText));
    await pool.close();
  }
  rmSync(folder, { recursive: true });
});
