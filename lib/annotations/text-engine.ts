import { availableParallelism } from 'node:os';
import { log } from '@/lib/core/log';
import { type EnginePool, openEnginePool } from '@/lib/nlp/engine-pool';
import { areTweetWeightsThere } from '@/lib/nlp/polarity/models';

const MOST_READERS = 4;

let opening: Promise<EnginePool> | undefined;

/**
 * The engine that reads this installation's feedback, opened at first use: the full lane, or the fast one where the
 * sentence encoder cannot be had, which the log says. One core is left to the rest.
 */
export function getTextEngine(): Promise<EnginePool> {
  opening ??= open().catch((error: unknown) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

async function open(): Promise<EnginePool> {
  const readers = Math.max(1, Math.min(MOST_READERS, availableParallelism() - 1));
  const pool = await openEnginePool({ lane: 'full', readers });
  const facts = { engine: pool.name, version: pool.version, lane: pool.lane, readers };
  if (pool.problem) log().warn({ ...facts, problem: pool.problem }, 'text engine reads in the fast lane');
  else log().info(facts, 'text engine ready');
  if (!areTweetWeightsThere()) log().warn(facts, 'text engine reads without the weights learned from tweets');
  return pool;
}
