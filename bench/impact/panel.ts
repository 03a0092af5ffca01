import { withClient } from '../../scripts/database/prepare.mjs';
import { medianTime } from '../support/median-time';
import { MONTHS, storeSimulated } from './store-simulated';

const ROUNDS = 5;

/**
 * The churn panel of a simulated workspace in SQL and as the pure function, on the same rows: what the ranking counts, and a
 * page of account-months.
 */
export async function printPanel(ownerUrl: string, accounts: number): Promise<void> {
  const { computeChurnAssociations } = await import('@/lib/impact/churn-association');
  const { findChurnMonths } = await import('@/lib/impact/find-churn-months');
  const { findThemeStrata } = await import('@/lib/impact/testing/find-theme-strata');
  const { loadWorkspaceRecords } = await import('@/lib/impact/load-ranking-input');
  const { toEpochDay } = await import('@/lib/impact/months');
  const { computePanel, DEFAULT_PANEL_OPTIONS } = await import('@/lib/impact/panel');

  const { scope, mentions } = await storeSimulated(accounts);
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
  const median = (work: () => Promise<unknown>) => medianTime(work, ROUNDS);
  const times: [string, number][] = [
    ['reading the rows for the pure form', await median(load)],
    ['pure: panel', await median(async () => computePanel(records, options))],
    [
      'pure: panel, strata of all themes and tests, one lag',
      await median(async () =>
        computeChurnAssociations(records, records.themeIds, { sensitivityLagDays: [] }),
      ),
    ],
    [
      'SQL: strata of all themes, one lag and one coarsening',
      await median(() => findThemeStrata(scope, spec, 0)),
    ],
    [
      'SQL: a page of exposed months, with all counts',
      await median(() =>
        findChurnMonths(scope, spec, theme, { side: 'exposed', onlyChurned: false, page: 1, pageSize: 50 }),
      ),
    ],
    [
      'SQL: a page of months alike, with all counts',
      await median(() =>
        findChurnMonths(scope, spec, theme, { side: 'alike', onlyChurned: false, page: 20, pageSize: 50 }),
      ),
    ],
  ];
  console.log(
    `\n## Panel: ${accounts} accounts, ${mentions} problem mentions of ${themes.length} themes, ${panel.rows.length} account-months, ${MONTHS} months\n`,
  );
  console.log('| what | ms |\n| --- | --- |');
  for (const [what, milliseconds] of times) console.log(`| ${what} | ${Math.round(milliseconds)} |`);
}
