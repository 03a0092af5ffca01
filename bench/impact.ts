import { hasDataSets } from '@/lib/core/testing/data-sets';
import { printDraws } from './impact/draws';
import { printHealth } from './impact/health';
import { printPanel } from './impact/panel';
import { printSimulation } from './impact/simulation';
import { printSize } from './impact/size';
import { openBenchDatabase } from './support/database';

// `npm run bench -- impact` prints whether the ranking finds what drives churn and nothing else, how well health foretells, and
// the time both take at a million pieces of feedback. `-- impact PART [NUMBER]` prints one part: `simulation` of so many
// seeds (1,000), `draws` of so many (200): what bootstrap intervals hold, `health`, `panel` of so many accounts (5,000) in SQL and in memory, or `size` with so many accounts (20,000)
// and fifty statements for each.
const PARTS = ['simulation', 'draws', 'health', 'panel', 'size'] as const;
const [part, number] = process.argv.slice(2);
if (part !== undefined && !PARTS.some((name) => name === part)) {
  console.error(`Parts: ${PARTS.join(', ')}`);
  process.exit(1);
}
const isAsked = (name: (typeof PARTS)[number]) => part === undefined || part === name;

if (isAsked('simulation')) printSimulation(Number(number ?? 1000));
if (isAsked('draws')) printDraws(Number(number ?? 200));
if (isAsked('health') && hasDataSets('the measured health')) printHealth();
if (isAsked('panel') || isAsked('size')) {
  const { ownerUrl, close } = await openBenchDatabase();
  try {
    if (isAsked('panel')) await printPanel(ownerUrl, Number(number ?? 5000));
    if (isAsked('size')) await printSize(ownerUrl, Number(number ?? 20_000));
  } finally {
    await close();
  }
}
