import { spawnSync } from 'node:child_process';
import { hasDataSets } from '@/lib/core/testing/data-sets';
import { openEncoder } from '@/lib/nlp/encoder/encoder';
import { makeEngine } from '@/lib/nlp/engine';
import { openBenchDatabase } from './support/database';
import { measureAssignment, nameOf } from './themes/assignment';
import { measureCoverageCurve, measureDiscovery } from './themes/discovery';
import { measureEditedScreen } from './themes/edited-screen';
import { measureEdits } from './themes/edits';
import { measureMultiLabel } from './themes/multi-label';
import { readSets } from './themes/sets';
import { measureSpeed, SIZES } from './themes/speed';
import { measureStability } from './themes/stability';
import { topicModelsNote } from './themes/topic-models';

// `npm run bench -- themes [PART …]` prints what the theme engine reaches on labelled texts beside its peers: all parts, or
// discovery, coverage, assignment, labels, stability, speed or edits alone; `edits NUMBER` on so many comments; `edited-screen NUMBER` times every kind of edit without reading any. One setting for all sets; peers are told the true
// number of groups, ours is not.
if (!hasDataSets('the measured themes')) process.exit(1);

const EXAMPLES = [5, 10, Number.POSITIVE_INFINITY];
const EDITED = 100_000;
const REVIEWS = [200, 1_000, Number.POSITIVE_INFINITY];

const percent = (share: number): string => (100 * share).toFixed(1);
const print = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const heading = (title: string, cells: readonly string[]): void => {
  console.log(`\n## ${title}\n`);
  print(cells);
  print(cells.map(() => '---'));
};

const sets = readSets();
const parts: Record<string, () => Promise<void>> = {
  discovery: printDiscovery,
  coverage: printCoverage,
  assignment: printAssignment,
  labels: printLabels,
  stability: printStability,
  speed: printSpeed,
  edits: printEdits,
};

const asked = process.argv.slice(2);
if (asked[0] === 'size') await printSize(Number(asked[1]));
else if (asked[0] === 'edited-screen') await printEditedScreen(Number(asked[1] ?? EDITED));
else
  for (const [name, part] of Object.entries(parts))
    if (asked.length === 0 || asked.includes(name)) await part();

async function printDiscovery(): Promise<void> {
  const columns = [
    'texts',
    'number',
    'labels',
    'engine',
    'groups',
    'NMI',
    'ARI',
    'purity',
    'covered %',
    'seconds',
  ];
  heading('Discovery', columns);
  const encoder = await openEncoder();
  for (const set of sets) {
    for (const { engine, seconds, coverage, agreement } of await measureDiscovery(set, encoder)) {
      const { groups, nmi, ari, purity } = agreement;
      print([
        ...[set.name, set.texts.length, set.labels, engine, groups],
        ...[nmi, ari, purity].map((value) => value.toFixed(3)),
        ...[percent(coverage), seconds.toFixed(1)],
      ]);
    }
  }
  if (topicModelsNote) console.log(`\n${topicModelsNote}`);
}

async function printCoverage(): Promise<void> {
  heading('Without examples: covered % / labelled as its theme %, by the confidence asked for', [
    'texts',
    'confidence: covered/precise …',
  ]);
  const encoder = await openEncoder();
  for (const set of sets) {
    const curve = await measureCoverageCurve(set, encoder);
    print([
      set.name,
      curve.map((at) => `${at.from}: ${percent(at.coverage)}/${percent(at.precision)}`).join(', '),
    ]);
  }
}

async function printAssignment(): Promise<void> {
  heading('Assignment by name and examples, a fifth held out', [
    'texts',
    'lane',
    'examples a label',
    'right %',
    'covered %',
    'right of these %',
    'seconds to train',
    'texts a second',
    'confidence said/right by tenth',
  ]);
  const engine = makeEngine(await openEncoder());
  for (const set of sets.slice(0, 2)) {
    const texts = [...new Set(set.texts.flatMap(({ text, label }) => [text, nameOf(label)]))];
    const read = await engine.encode(texts.map((text) => ({ text, language: 'en' })));
    const vectors = new Map(texts.map((text, index) => [text, read[index] ?? null]));
    for (const lane of ['fast', 'full'] as const) {
      for (const examples of EXAMPLES) {
        const measured = measureAssignment(set, examples, lane === 'full' ? vectors : null);
        const { accuracy, coverage, precision, seconds, textsPerSecond, reliability } = measured;
        print([
          ...[set.name, lane, Number.isFinite(examples) ? examples : 'all'],
          ...[accuracy, coverage, precision].map(percent),
          seconds.toFixed(1),
          Math.round(textsPerSecond),
          reliability
            .flatMap(({ meanConfidence, shareRight }) =>
              meanConfidence === null || shareRight === null
                ? []
                : [`${(100 * meanConfidence).toFixed(0)}/${(100 * shareRight).toFixed(0)}`],
            )
            .join(' '),
        ]);
      }
    }
  }
}

async function printLabels(): Promise<void> {
  heading('Several labels a text: app reviews (bug, feature, praise, experience), a fifth held out', [
    'labelled reviews',
    'labels a review',
    'micro-F1 %',
    'macro-F1 %',
  ]);
  for (const examples of REVIEWS) {
    const { texts, labelsPerText, microF1, macroF1 } = measureMultiLabel(examples);
    print([texts, labelsPerText.toFixed(2), percent(microF1), percent(macroF1)]);
  }
}

async function printStability(): Promise<void> {
  heading('Stability: adjusted Rand index with the first run', [
    'texts',
    'the same in another order: same bytes',
    'without a tenth',
    'as another x86 machine reads',
    'as an ARM machine reads',
    'a tenth more: % of the old that proposals touch',
  ]);
  const encoder = await openEncoder();
  for (const set of sets.slice(0, 3)) {
    const { isSame, resample, otherX86, arm, touched } = await measureStability(set, encoder);
    print([
      ...[set.name, String(isSame)],
      ...[resample, otherX86, arm].map((value) => value.toFixed(3)),
      percent(touched),
    ]);
  }
}

/** Each size in a process of its own, for peaks of memory do not fall. */
async function printSpeed(): Promise<void> {
  heading('Seconds of one processor and peak memory', [
    'texts',
    'to find themes, s',
    'to assign all, s',
    'themes',
    'peak, MB',
    'growth since the size before',
  ]);
  let before: { seconds: number; count: number } | undefined;
  for (const count of SIZES) {
    const run = spawnSync(
      process.execPath,
      ['--max-old-space-size=2048', '--import', 'tsx', import.meta.filename, 'size', String(count)],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    );
    if (run.status !== 0) throw new Error(`${count} texts: the process ended with ${run.status}`);
    const { found, assigned, themes, peak } = JSON.parse(run.stdout) as Record<string, number>;
    const seconds = (found ?? 0) + (assigned ?? 0);
    const growth = before && Math.log(seconds / before.seconds) / Math.log(count / before.count);
    before = { seconds, count };
    print([
      count.toLocaleString('en'),
      (found ?? 0).toFixed(1),
      (assigned ?? 0).toFixed(1),
      themes ?? 0,
      peak ?? 0,
      growth === undefined ? '' : `n^${growth.toFixed(2)}`,
    ]);
  }
}

async function printSize(count: number): Promise<void> {
  const measured = await measureSpeed(sets, count, await openEncoder());
  console.log(JSON.stringify({ ...measured, peak: Math.round(process.resourceUsage().maxRSS / 1024) }));
}

async function printEdits(): Promise<void> {
  const count = asked[0] === 'edits' && asked[1] ? Number(asked[1]) : EDITED;
  heading(`Edits on ${count.toLocaleString('en')} comments, full lane`, [
    'what',
    'seconds',
    'of this process’s processor',
  ]);
  const { ownerUrl, close } = await openBenchDatabase();
  try {
    const steps = await measureEdits(sets.slice(0, 2), count, await openEncoder(), ownerUrl);
    for (const { what, seconds, cpuSeconds } of steps)
      print([what, seconds.toFixed(1), cpuSeconds.toFixed(1)]);
    print(['peak memory, MB', Math.round(process.resourceUsage().maxRSS / 1024), '']);
  } finally {
    await close();
  }
}

async function printEditedScreen(count: number): Promise<void> {
  heading(`Edits on ${count.toLocaleString('en')} comments, nothing read`, [
    'edit',
    'saved, s',
    'on screen, s',
  ]);
  const { ownerUrl, close } = await openBenchDatabase();
  try {
    for (const { what, saved, seen } of await measureEditedScreen(sets.slice(0, 2), count, ownerUrl)) {
      print([what, saved.toFixed(2), seen.toFixed(2)]);
    }
  } finally {
    await close();
  }
}
