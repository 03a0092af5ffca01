import { withClient } from '../../scripts/database/prepare.mjs';
import { medianTime } from '../support/median-time';
import { MONTHS, storeSimulated } from './store-simulated';

const STATEMENTS_PER_ACCOUNT = 50;
const ROUNDS = 3;
const SLIDER_ROUNDS = 200;
const ASSIGNED = 20_000;

/**
 * A simulated workspace of 24 months and 36 themes, filled up with praise and remarks to fifty statements for each account:
 * how long the ranking takes from rows to rows, with 200 bootstrap replicates, at first and when little has changed, and what of it is
 * reading, computing and writing; how long a slider takes; how long health takes; and what it costs writers that what they change is marked.
 */
export async function printSize(ownerUrl: string, accounts: number): Promise<void> {
  const { computeImpact } = await import('@/lib/impact/compute-impact');
  const { loadWorkspaceRecords } = await import('@/lib/impact/load-ranking-input');
  const { toEpochDay } = await import('@/lib/impact/months');
  const { PRIORITY_PRESETS, rankPriorities } = await import('@/lib/impact/priority');
  const { findNewestImpact } = await import('@/lib/impact/queries');
  const { computeRanking } = await import('@/lib/impact/rank');
  const { refreshUnitMentions } = await import('@/lib/impact/refresh-unit-mentions');
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
      await refreshUnitMentions(db, scope.workspaceId);
      return loadWorkspaceRecords(inner, { today: toEpochDay(now), ...money });
    });
  const records = await load();
  if (!records) throw new Error('there is nothing to rank');
  const median = (work: () => Promise<unknown>, prepare?: () => Promise<unknown>) =>
    medianTime(work, ROUNDS, prepare);
  const asOwner = (sql: string, values: unknown[] = [scope.workspaceId]) =>
    withClient(ownerUrl, (client) => client.query(sql, values));
  const forget = () => asOwner('DELETE FROM mention_rules WHERE workspace_id = $1');
  const change = () => asOwner(changeSome, [scope.workspaceId, Math.ceil(accounts / 100)]);
  const weights = PRIORITY_PRESETS.balanced;
  const times: [string, number][] = [
    ['full re-rank, rows to rows, 200 bootstraps: first run', await median(rank, forget)],
    ['after 1 % of accounts changed', await median(rank, change)],
    ['of it reading accounts and mentions: first run', await median(load, forget)],
    ['after 1 % of accounts changed', await median(load, change)],
    ['nothing changed', await median(load)],
    ['of it computing', await median(async () => computeRanking({ ...records, weights }))],
    ['health: three outcomes, rows to rows', await median(() => trainAccountHealth(scope, now))],
  ];
  times.push(...(await timeMarks(ownerUrl, median)));
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

/** What it costs that the database marks each statement that is assigned: the same assignments with the triggers and without. */
async function timeMarks(
  ownerUrl: string,
  median: (work: () => Promise<unknown>, prepare: () => Promise<unknown>) => Promise<number>,
): Promise<[string, number][]> {
  return withClient(ownerUrl, async (client) => {
    await client.query(
      `CREATE TABLE assigned_again AS SELECT * FROM theme_assignments ORDER BY id LIMIT ${ASSIGNED}`,
    );
    const assign = () => client.query('INSERT INTO theme_assignments SELECT * FROM assigned_again');
    const takeOff = () =>
      client.query(
        `DELETE FROM theme_assignments a USING assigned_again b WHERE a.workspace_id = b.workspace_id AND a.id = b.id`,
      );
    const times: [string, number][] = [];
    for (const [how, switched] of [
      ['without marks', 'DISABLE'],
      ['with marks', 'ENABLE'],
    ]) {
      await client.query(`ALTER TABLE theme_assignments ${switched} TRIGGER USER`);
      times.push([`writing ${ASSIGNED} assignments, ${how}`, await median(assign, takeOff)]);
    }
    await client.query('DROP TABLE assigned_again');
    return times;
  });
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

/** The sentiment of all complaints of some accounts, a hair stronger or weaker. */
const changeSome = `
  UPDATE spans s SET sentiment_score = -0.5 - random() / 2 FROM feedback f
  WHERE s.workspace_id = $1::uuid AND f.workspace_id = s.workspace_id AND f.id = s.feedback_id AND s.kind = 'problem'
    AND f.account_id IN (SELECT id FROM accounts WHERE workspace_id = $1::uuid ORDER BY id LIMIT $2::int)`;
