import { withClient } from '../scripts/database/prepare.mjs';
import { openBenchDatabase } from './support/database';

// `npm run bench -- panel [ACCOUNTS]`: the churn panel of simulated workspaces (24 months, 36 themes) in SQL and as the pure
// function, on the same rows: medians of the ranking's counts and of a page of account-months.
const sizes = process.argv[2] ? [Number(process.argv[2])] : [400, 5000];
const ROUNDS = 5;
const { ownerUrl, close } = await openBenchDatabase();

try {
  for (const accounts of sizes) await measure(accounts, ownerUrl);
} finally {
  await close();
}

async function measure(accounts: number, ownerUrl: string): Promise<void> {
  const { makeSource, makeWorkspace } = await import('@/lib/db/testing/make-workspace');
  const { computeChurnAssociations } = await import('@/lib/impact/churn-association');
  const { findChurnMonths } = await import('@/lib/impact/find-churn-months');
  const { findThemeStrata } = await import('@/lib/impact/testing/find-theme-strata');
  const { loadWorkspaceRecords } = await import('@/lib/impact/load-ranking-input');
  const { toEpochDay } = await import('@/lib/impact/months');
  const { computePanel, DEFAULT_PANEL_OPTIONS } = await import('@/lib/impact/panel');
  const { storeRecords } = await import('@/lib/impact/testing/store-records');
  const { simulateWorkspace } = await import('@/lib/impact/testing/simulate');

  const scope = await makeWorkspace();
  const simulated = simulateWorkspace({ seed: 1, accounts, months: 24, driverRiskRatio: 2.5 });
  const mentions = simulated.mentions.map(({ themeId, ...mention }) => ({
    ...mention,
    themeId: `${themeId} ${mention.occurredDay % 4}`,
  }));
  await storeRecords(scope, await makeSource(scope), { ...simulated, mentions });
  await withClient(ownerUrl, (client) => client.query('ANALYZE'));

  const money = { currency: 'USD', rates: {} };
  const load = () => loadWorkspaceRecords(scope, { today: toEpochDay(new Date()), ...money });
  const records = await load();
  if (!records) throw new Error('there is nothing to rank');
  const options = DEFAULT_PANEL_OPTIONS;
  const spec = { ...options, coverage: records.coverage, ...money };
  const panel = computePanel(records, options);
  const { themes } = computeChurnAssociations(records, records.themeIds, { sensitivityLagDays: [] });
  const [theme] = themes;
  if (!theme) throw new Error('there is no theme');
  console.log(
    `\n${accounts} accounts, ${mentions.length} problem mentions of ${themes.length} themes, ${panel.rows.length} account-months`,
  );
  const medians = {
    'read the rows, for the pure form': await median(load),
    'pure: panel': await median(async () => computePanel(records, options)),
    'pure: panel, strata of all themes and tests, one lag': await median(async () =>
      computeChurnAssociations(records, records.themeIds, { sensitivityLagDays: [] }),
    ),
    'SQL: strata of all themes, one lag, one coarsening': await median(() => findThemeStrata(scope, spec, 0)),
    'SQL: a page of exposed months, with all counts': await median(() =>
      findChurnMonths(scope, spec, theme, { side: 'exposed', onlyChurned: false, page: 1, pageSize: 50 }),
    ),
    'SQL: a page of alike months, with all counts': await median(() =>
      findChurnMonths(scope, spec, theme, { side: 'alike', onlyChurned: false, page: 20, pageSize: 50 }),
    ),
  };
  for (const [what, milliseconds] of Object.entries(medians)) {
    console.log(`${what}: ${Math.round(milliseconds)} ms`);
  }
}

/** Median wall time of a few rounds, in milliseconds. */
async function median(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const startedAt = performance.now();
    await work();
    times.push(performance.now() - startedAt);
  }
  return times.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? Number.NaN;
}
