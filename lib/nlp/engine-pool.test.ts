import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { makeJargonTexts } from './adaptation/testing/make-jargon-texts';
import { annotateText } from './annotate';
import { openEnginePool } from './engine-pool';
import { judgeFast } from './polarity/judge-sentiment';
import { discoverThemes } from './themes/discover';
import { plantedSegments } from './themes/testing/planted-segments';

/** Processes load the engine anew. */
const TIMEOUT_MS = 120_000;
const TEXTS = Array.from({ length: 150 }, (_, index) => ({
  text: `The queue was long, but nurse ${index} was lovely.`,
}));

test('processes give what the calling one gives, in order', { timeout: TIMEOUT_MS }, async () => {
  const pool = await openEnginePool({ lane: 'fast', readers: 2 });
  expect(pool).toMatchObject({ lane: 'fast', problem: null, name: 'blend' });
  expect(await pool.annotate(TEXTS)).toEqual(TEXTS.map(annotateText));
  expect(await pool.annotate([])).toEqual([]);
  const statements = TEXTS.map(({ text }) => ({ text, language: 'en' }));
  expect(await pool.judge(statements)).toEqual(statements.map(judgeFast));
  const segments = plantedSegments(10, 1).map(({ segment }) => segment);
  expect(await pool.discoverThemes(segments)).toEqual(discoverThemes(segments));
  await pool.close();
  await expect(pool.annotate(TEXTS)).rejects.toThrow('closed');
});

test('what a closed pool was doing fails rather than waits', { timeout: TIMEOUT_MS }, async () => {
  const pool = await openEnginePool({ lane: 'fast', readers: 1 });
  const lost = expect(pool.annotate(TEXTS)).rejects.toThrow('ended');
  await pool.close();
  await lost;
});

test('it learns beside the readers, says how far it is, and ends at once when told', {
  timeout: TIMEOUT_MS,
}, async () => {
  const pool = await openEnginePool({ lane: 'fast', readers: 1 });
  const texts = makeJargonTexts(300);
  const stop = new AbortController();
  const shares: number[] = [];
  const lost = expect(
    pool.adapt(
      texts,
      (share) => {
        shares.push(share);
        stop.abort();
      },
      stop.signal,
    ),
  ).rejects.toThrow('ended: SIGKILL');
  expect(await pool.annotate(TEXTS)).toEqual(TEXTS.map(annotateText));
  await lost;
  expect(shares[0]).toBeGreaterThan(0);
  expect(shares[0]).toBeLessThan(1);
  await expect(pool.adapt(texts, undefined, stop.signal)).rejects.toThrow('aborted');
  await pool.close();
});

test('a reader that died loses what it read, and is opened anew', { timeout: TIMEOUT_MS }, async () => {
  const pool = await openEnginePool({ lane: 'fast', readers: 1 });
  const lost = expect(pool.annotate(TEXTS)).rejects.toThrow('ended: SIGKILL');
  for (const pid of findEnginesOf(process.pid)) process.kill(pid, 'SIGKILL');
  await lost;
  expect(await pool.annotate(TEXTS)).toEqual(TEXTS.map(annotateText));
  await pool.close();
  expect(findEnginesOf(process.pid)).toEqual([]);
});

test('it outlives a signal to all, but not the process that started it', {
  timeout: TIMEOUT_MS,
}, async () => {
  const start = JSON.stringify({ lane: 'fast' });
  const file = fileURLToPath(new URL('./engine-process.mjs', import.meta.url));
  const parent = spawn(process.execPath, [
    '--eval',
    `const child = require('node:child_process').fork(${JSON.stringify(file)}, [${JSON.stringify(start)}], { serialization: 'advanced' });
    child.on('message', () => console.log(child.pid));
    setInterval(() => {}, 1000);`,
  ]);
  const [said] = await once(parent.stdout, 'data');
  const pid = Number(said);
  process.kill(pid, 'SIGINT');
  process.kill(pid, 'SIGTERM');
  expect(findEnginesOf(parent.pid)).toEqual([pid]);
  parent.kill('SIGKILL');
  await expect.poll(() => isRunning(pid), { timeout: 30_000 }).toBe(false);
});

function findEnginesOf(parent: number | undefined): number[] {
  const list = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,args='], { encoding: 'utf8' });
  return list
    .split('\n')
    .map((line) => line.trim().split(/\s+/))
    .filter(([, ppid, ...args]) => Number(ppid) === parent && args.join(' ').includes('engine-process.mjs'))
    .map(([pid]) => Number(pid));
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

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
    const pool = await openEnginePool({ lane: 'full', readers: 1, encoderFile });
    expect(pool).toMatchObject({
      lane: 'fast',
      version: 'blend-12-fast',
      problem: expect.stringMatching(reason),
    });
    expect(await pool.annotate(TEXTS.slice(0, 2))).toEqual(TEXTS.slice(0, 2).map(annotateText));
    await pool.close();
  }
  rmSync(folder, { recursive: true });
});
