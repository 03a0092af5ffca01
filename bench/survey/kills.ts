import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { withClient } from '../../scripts/database/prepare.mjs';
import type { Product } from './product';

const SUBMISSIONS = 10_000;
const KILLS = 5;
const CONNECTIONS = 32;
const RETRY_MS = 200;

/**
 * Sends 10,000 submissions while the web server is killed five times, each again and again until it is acknowledged, as the
 * browser's queue does; then holds what the database has against what was acknowledged.
 */
export async function measureKills(product: Product): Promise<void> {
  const { address, siteKey, surveyKey, ownerUrl, surveyId } = product;
  const acknowledged = new Map<string, number>();
  let retries = 0;
  let next = 0;
  const submit = async () => {
    while (next < SUBMISSIONS) {
      const n = next++;
      const responseId = randomUUID();
      const score = n % 11;
      const from = `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}`;
      const body = JSON.stringify({
        ...{ survey: surveyKey, responseId, revision: 1, answers: { nps: score }, isDone: true },
        ...{ elapsedMs: 4000, channel: 'popover', language: 'en' },
      });
      for (;;) {
        const status = await fetch(`${address}/api/widget/${siteKey}/answers`, {
          method: 'POST',
          headers: { 'x-forwarded-for': from },
          body,
        }).then(
          async (response) => {
            await response.text();
            return response.status;
          },
          () => 0,
        );
        if (status === 200) break;
        if (status !== 0 && status < 500) throw new Error(`refused with ${status}`);
        retries++;
        await wait(RETRY_MS);
      }
      acknowledged.set(responseId, score);
    }
  };
  const killing = (async () => {
    for (let kill = 1; kill <= KILLS; kill++) {
      while (acknowledged.size < (kill * SUBMISSIONS) / (KILLS + 1)) await wait(5);
      await product.kill();
    }
  })();
  const startedAt = performance.now();
  await Promise.all([killing, ...Array.from({ length: CONNECTIONS }, submit)]);
  const seconds = (performance.now() - startedAt) / 1000;
  const { rows } = await withClient(ownerUrl, (client) =>
    client.query(
      `SELECT r.id, w.score FROM responses r LEFT JOIN answers w ON w.workspace_id = r.workspace_id AND w.response_id = r.id
       WHERE r.survey_id = $1 AND r.completed_at IS NOT NULL AND r.id = ANY ($2::uuid[])`,
      [surveyId, [...acknowledged.keys()]],
    ),
  );
  const wrong = rows.filter(({ id, score }) => acknowledged.get(id) !== score).length;
  const found = new Set(rows.map(({ id }) => id)).size;
  console.log(
    `\nkills: ${acknowledged.size} acknowledged with ${KILLS} kills in ${seconds.toFixed(0)} s, ${retries} tries again; ${found} there, ${rows.length - found} twice, ${acknowledged.size - found} lost, ${wrong} with another score`,
  );
  if (rows.length !== SUBMISSIONS || found !== SUBMISSIONS || wrong > 0) throw new Error('answers were lost');
}
