import childProcess from 'node:child_process';
import { once } from 'node:events';
import os from 'node:os';
import { promisify } from 'node:util';
import { withClient } from '../../scripts/database/prepare.mjs';
import { findFreePort } from '../../scripts/steps/port.mjs';
import { waitForWeb } from '../../scripts/steps/services.mjs';
import type { Product } from './product';

const CONNECTIONS = 64;
const WARM_UP_SECONDS = 2;
const SECONDS = 6;
const ROUNDS = 3;

interface Load {
  perSecond: number;
  count: number;
  failures: number;
  p50: number;
  p99: number;
}

const run = promisify(childProcess.execFile);

/**
 * Prints submissions a second and their p99 beside those of bare servers, by turns, and counts the rows. One inserts the very
 * row into the product's own table, with its indexes and foreign keys; one into a table that has nothing but a key.
 */
export async function measureThroughput(product: Product): Promise<void> {
  const { address, ownerUrl, siteKey, surveyKey, surveyId } = product;
  const path = `/api/widget/${siteKey}/answers`;
  await withClient(ownerUrl, (client) =>
    client.query(
      'CREATE TABLE bare_responses (id uuid PRIMARY KEY, survey text, answers jsonb, submitted_at timestamptz)',
    ),
  );
  const load = async (port: string, to: string, seconds: number): Promise<Load> => {
    const args = ['bench/survey/load.mjs', port, to, String(CONNECTIONS), String(seconds), surveyKey];
    return JSON.parse((await run(process.execPath, args)).stdout) as Load;
  };
  const loadOurs = (seconds: number) => load(new URL(address).port, path, seconds);
  const before = await countRows(product);
  const warmUp = await loadOurs(WARM_UP_SECONDS);
  const row = await findRow(product);
  const bares = [await openBare(ownerUrl, 'responses', row), await openBare(ownerUrl, 'bare_responses', row)];
  try {
    for (const { port } of bares) await load(port, '/', WARM_UP_SECONDS);
    const ours: Load[] = [];
    const [same, plain]: [Load[], Load[]] = [[], []];
    for (let round = 0; round < ROUNDS; round++) {
      same.push(await load(bares[0]?.port ?? '', '/', SECONDS));
      ours.push(await loadOurs(SECONDS));
      plain.push(await load(bares[1]?.port ?? '', '/', SECONDS));
    }
    const machineLoad = os.loadavg()[0]?.toFixed(1);
    console.log(
      `\nthroughput, ${CONNECTIONS} connections, ${ROUNDS} rounds of ${SECONDS} s by turns, median; load of the machine ${machineLoad}`,
    );
    for (const [name, list] of [
      ['answers', ours],
      ['bare server, the same row', same],
      ['bare server, a plain table', plain],
    ] as const) {
      const failures = list.reduce((sum, each) => sum + each.failures, 0);
      const ratio = median(ours, 'perSecond') / median(list, 'perSecond');
      console.log(
        `${name.padEnd(28)}${median(list, 'perSecond').toFixed(0).padStart(6)} a second, p50 ${median(list, 'p50').toFixed(1)} ms, p99 ${median(list, 'p99').toFixed(1)} ms, ${failures} failures; ours is ${(100 * ratio).toFixed(0)} % of it`,
      );
    }
    const sent = [warmUp, ...ours].reduce((sum, each) => sum + each.count - each.failures, 0);
    const rows = (await countRows(product)) - before;
    if (rows !== sent) throw new Error(`${sent} were acknowledged, ${rows} are there (survey ${surveyId})`);
    console.log(`${sent} acknowledged, ${rows} there`);
  } finally {
    for (const { close } of bares) await close();
  }
}

async function openBare(ownerUrl: string, table: string, row: object) {
  const port = String(await findFreePort());
  const bare = childProcess.spawn(process.execPath, ['bench/survey/bare.mjs', port, table], {
    env: { ...process.env, DATABASE_URL: ownerUrl, ROW: JSON.stringify(row) },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await waitForWeb(`http://127.0.0.1:${port}/`);
  const close = async () => {
    bare.kill();
    await once(bare, 'exit');
  };
  return { port, close };
}

/** What all rows of the survey have alike. */
async function findRow({ ownerUrl, surveyId, workspaceId }: Product) {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(
      'SELECT source_id AS "sourceId", survey_version_id AS "versionId" FROM responses WHERE survey_id = $1 LIMIT 1',
      [surveyId],
    ),
  );
  return { ...rows[0], workspaceId, surveyId };
}

function median(loads: Load[], name: 'perSecond' | 'p50' | 'p99'): number {
  return loads.map((load) => load[name]).sort((a, b) => a - b)[Math.floor(loads.length / 2)] ?? 0;
}

/** Responses that have their one answer. */
async function countRows({ ownerUrl, surveyId }: Product): Promise<number> {
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(
      `SELECT count(*)::int AS n FROM responses r JOIN answers w ON w.workspace_id = r.workspace_id AND w.response_id = r.id
       WHERE r.survey_id = $1`,
      [surveyId],
    ),
  );
  return rows[0].n;
}
