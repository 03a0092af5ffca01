import { withClient } from '../../scripts/database/prepare.mjs';
import { medianTime } from '../support/median-time';
import { MONTHS, storeSimulated } from './store-simulated';

const STATEMENTS_PER_ACCOUNT = 50;
const ROUNDS = 3;
const SLIDER_ROUNDS = 200;

/**
 * A simulated workspace of 24 months and 36 themes, filled up with praise and remarks to fifty statements for each account:
 * how long the ranking takes from rows to rows, with 200 bootstrap replicates, and what of it is reading, computing and
 * writing; how long a slider takes; and how long health takes.
 */
export async function printSize(ownerUrl: string, accounts: number): Promise<void> {
  const { computeImpact } = await import('@/lib/impact/compute-impact');
  const { loadWorkspaceRecords } = await import('@/lib/impact/load-ranking-input');
  const { toEpochDay } = await import('@/lib/impact/months');
  const { PRIORITY_PRESETS, rankPriorities } = await import('@/lib/impact/priority');
  const { findNewestImpact } = await import('@/lib/impact/queries');
  const { computeRanking } = await import('@/lib/impact/rank');
  const { trainAccountHealth } = await import('@/lib/health/train-health');

  const { scope, sourceId, mentions } = await storeSimulated(accounts);
  const others = Math.max(0, accounts * STATEMENTS_PER_ACCOUNT - mentions);
  await withClient(ownerUrl, async (client) => {
    await client.query(fillUp, [scope.workspaceId, sourceId, others, MONTHS]);
    await client.query(spanAll, [scope.workspaceId]);
    await client.query('ANALYZE');
  });

  const now = new Date();
  const money = { currency: 'USD', rates: {} };
  const rank = () =>
    scope.run(async (db, inner) => {
      // As lib/issues/rank-issues has it.
      await db.$executeRaw`SET LOCAL enable_nestloop = off`;
      return computeImpact(inner, { now, ...money });
    });
  const load = () =>
    scope.run(async (db, inner) => {
      await db.$executeRaw`SET LOCAL enable_nestloop = off`;
      return loadWorkspaceRecords(inner, { today: toEpochDay(now), ...money });
    });
  const records = await load();
  if (!records) throw new Error('there is nothing to rank');
  const median = (work: () => Promise<unknown>) => medianTime(work, ROUNDS);
  const weights = PRIORITY_PRESETS.balanced;
  const times: [string, number][] = [
    ['full re-rank, rows to rows, 200 bootstraps', await median(rank)],
    ['of it reading accounts and mentions', await median(load)],
    ['of it computing', await median(async () => computeRanking({ ...records, weights }))],
    ['health: three outcomes, rows to rows', await median(() => trainAccountHealth(scope, now))],
  ];
  const run = await findNewestImpact(scope);
  const values = (run?.rows ?? []).map(({ themeId, frequency, churn, impact }) => ({
    themeId,
    frequency,
    churn,
    impact,
  }));
  const startedAt = performance.now();
  for (let round = 0; round < SLIDER_ROUNDS; round++) {
    rankPriorities(values, { ...weights, churn: round / SLIDER_ROUNDS }, { hasChurn: true, hasArr: true });
  }
  times.push([
    `slider: ranking ${values.length} themes again`,
    (performance.now() - startedAt) / SLIDER_ROUNDS,
  ]);

  console.log(
    `\n## Size: ${accounts} accounts, ${mentions + others} statements, ${mentions} of them problems, ${values.length} themes, ${MONTHS} months\n`,
  );
  console.log('| what | ms |\n| --- | --- |');
  for (const [what, milliseconds] of times) {
    console.log(`| ${what} | ${milliseconds < 10 ? milliseconds.toFixed(2) : Math.round(milliseconds)} |`);
  }
}

/** Praise and remarks, spread evenly over accounts and days. */
const fillUp = `
  INSERT INTO feedback (workspace_id, id, source_id, external_id, channel, account_id, text, text_hash, occurred_at,
    annotated_at, sentiment_label, kind)
  SELECT $1::uuid, id, $2::uuid, id::text, 'survey', account, 'It is fine.', '', day, day, 'positive', 'praise'
  FROM (
    SELECT gen_random_uuid() AS id, a.ids[1 + n % cardinality(a.ids)] AS account,
      TIMESTAMPTZ '2024-01-01' + make_interval(days => (n * 7 % ($4::int * 30))::int) AS day
    FROM generate_series(1, $3::int) n, (SELECT array_agg(id) AS ids FROM accounts WHERE workspace_id = $1::uuid) a) made`;

const spanAll = `
  INSERT INTO spans (workspace_id, id, feedback_id, start, "end", sentiment_label, kind)
  SELECT workspace_id, id, id, 0, 11, 'positive', 'praise' FROM feedback
  WHERE workspace_id = $1::uuid AND kind = 'praise'`;
