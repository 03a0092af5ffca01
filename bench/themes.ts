import { hasDataSets } from '@/lib/core/testing/data-sets';
import { openEncoder } from '@/lib/nlp/encoder/encoder';
import { measureAssignment } from './themes/assignment';
import { measureDiscovery } from './themes/discovery';
import { readSets } from './themes/sets';
import { measureSpeed } from './themes/speed';
import { measureStability } from './themes/stability';

// `npm run bench -- themes` prints what the theme engine reaches on labelled texts beside its peers; `-- themes speed`
// the times alone. One setting for all sets; peers are told the true number of groups, ours is not.
if (!hasDataSets('the measured themes')) process.exit(1);

const percent = (share: number): string => (100 * share).toFixed(1);
const print = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const heading = (title: string, cells: readonly string[]): void => {
  console.log(`\n## ${title}\n`);
  print(cells);
  print(cells.map(() => '---'));
};

const EXAMPLES = [5, 10, Number.POSITIVE_INFINITY];
const SIZES = [1_000, 10_000, 100_000];

const sets = readSets();
const encoder = await openEncoder();

if (process.argv[2] !== 'speed') {
  heading('Discovery', [
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
  ]);
  for (const set of sets) {
    for (const { engine, seconds, coverage, agreement } of await measureDiscovery(set, encoder)) {
      const { groups, nmi, ari, purity } = agreement;
      print([
        set.name,
        set.texts.length,
        set.labels,
        engine,
        groups,
        ...[nmi, ari, purity].map((value) => value.toFixed(3)),
        percent(coverage),
        seconds.toFixed(1),
      ]);
    }
  }

  heading('Assignment by examples, a fifth held out', [
    'texts',
    'examples a label',
    'right %',
    'covered %',
    'right of these %',
    'seconds to train',
    'texts a second',
    'confidence said/right by tenth',
  ]);
  for (const set of sets.slice(0, 2)) {
    for (const examples of EXAMPLES) {
      const { accuracy, coverage, precision, seconds, textsPerSecond, reliability } = measureAssignment(
        set,
        examples,
      );
      print([
        set.name,
        Number.isFinite(examples) ? examples : 'all',
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

  heading('Stability: adjusted Rand index with the first run', [
    'texts',
    'the same in another order: same bytes',
    'without a tenth',
    'vectors rounded differently (1e-6)',
  ]);
  for (const set of sets.slice(0, 3)) {
    const { isSame, resample, rounding } = await measureStability(set, encoder);
    print([set.name, String(isSame), resample.toFixed(3), rounding.toFixed(3)]);
  }
}

heading('Seconds of one processor', ['texts', 'to find themes', 'to assign all', 'themes']);
for (const size of SIZES) {
  const { count, found, assigned, themes } = await measureSpeed(sets, size, encoder);
  print([count.toLocaleString('en'), found.toFixed(1), assigned.toFixed(1), themes]);
}
console.log(`\nPeak memory: ${Math.round(process.resourceUsage().maxRSS / 1024)} MB.`);
