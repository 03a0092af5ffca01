import { hasDataSets } from '@/lib/core/testing/data-sets';
import { printHealth } from './impact/health';
import { printSimulation } from './impact/simulation';
import { printSize } from './impact/size';

// `npm run bench -- impact` prints whether the ranking finds what drives churn and nothing else, how well health foretells, and
// the time both take at a million pieces of feedback. `-- impact PART [NUMBER]` prints one part: `simulation` of so many
// seeds (1,000), `health`, or `size` with so many accounts (20,000) and fifty statements for each.
const PARTS = ['simulation', 'health', 'size'] as const;
const [part, number] = process.argv.slice(2);
if (part !== undefined && !PARTS.some((name) => name === part)) {
  console.error(`Parts: ${PARTS.join(', ')}`);
  process.exit(1);
}
const isAsked = (name: (typeof PARTS)[number]) => part === undefined || part === name;

if (isAsked('simulation')) printSimulation(Number(number ?? 1000));
if (isAsked('health') && hasDataSets('the measured health')) printHealth();
if (isAsked('size')) await printSize(Number(number ?? 20_000));
