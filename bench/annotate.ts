import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { hasDataSets } from '../lib/core/testing/data-sets';
import { readEnglishTweets, readOpenTexts } from '../scripts/train/labelled-texts';

// `npm run bench -- annotate [fast|full]`: `voc annotate` on 10,000 and on 100,000 texts in a process of its own, both lanes
// unless told; prints texts a second (by the clock, start included) and the peak of memory with the processes that read.
if (!hasDataSets('the texts to annotate')) process.exit(1);

const SIZES = [10_000, 100_000];
const lanes = process.argv[2] === 'fast' || process.argv[2] === 'full' ? [process.argv[2]] : ['fast', 'full'];
const LOOK_MS = 250;

const directory = fs.mkdtempSync(path.join(os.tmpdir(), 'verbatim-bench-'));
try {
  const comments = readOpenTexts().filter(
    ({ set }) => set === 'patient comments' || set === 'app reviews (MiniBAR)',
  );
  const texts = [...readEnglishTweets(), ...comments].map(({ text }) => `"${text.replaceAll('"', '""')}"`);
  for (const lane of lanes) {
    const peaks: number[] = [];
    for (const size of SIZES) {
      const file = path.join(directory, `${size}.csv`);
      const lines = Array.from({ length: size }, (_, row) => texts[row % texts.length] ?? '');
      fs.writeFileSync(file, `comment\n${lines.join('\n')}\n`);
      const [before = 0] = os.loadavg();
      const { seconds, peakMegabytes } = await annotate(file, lane);
      peaks.push(peakMegabytes);
      console.log(
        `${lane} lane: ${size.toLocaleString('en')} texts in ${seconds.toFixed(1)} s, ${Math.round(size / seconds)} a second, peak memory ${peakMegabytes} MB (load before ${before.toFixed(1)})`,
      );
    }
    const [first = 0, last = 0] = peaks;
    console.log(
      `${lane} lane: ten times the texts, ${((100 * last) / first - 100).toFixed(1)} % more memory`,
    );
  }
} finally {
  fs.rmSync(directory, { recursive: true, force: true });
}

async function annotate(file: string, lane: string): Promise<{ seconds: number; peakMegabytes: number }> {
  const began = performance.now();
  const child = spawn(
    process.execPath,
    [
      ...['--import', 'tsx', 'lib/cli/main.ts', 'annotate', file, '--text', 'comment'],
      ...['--out', path.join(directory, 'out.jsonl'), ...(lane === 'fast' ? ['--fast'] : [])],
    ],
    { stdio: ['ignore', 'ignore', 'pipe'] },
  );
  let said = '';
  child.stderr.on('data', (part) => {
    said += part;
  });
  let peak = 0;
  const looking = setInterval(() => {
    peak = Math.max(peak, findMemory(child.pid));
  }, LOOK_MS);
  const [code] = await once(child, 'close');
  clearInterval(looking);
  if (code !== 0 || peak === 0) throw new Error(`voc annotate failed: ${said}`);
  return { seconds: (performance.now() - began) / 1000, peakMegabytes: Math.round(peak / 1024) };
}

/** Resident memory of a process and of those it started, in kB; pages they share count for each. */
function findMemory(parent: number | undefined): number {
  return execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' })
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([pid, ppid]) => parent !== undefined && (pid === parent || ppid === parent))
    .reduce((sum, [, , kilobytes = 0]) => sum + kilobytes, 0);
}
