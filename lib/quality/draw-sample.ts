import { randomInt } from 'node:crypto';
import { type Days, startOf } from '@/lib/annotations/period';
import { recordAudit } from '@/lib/audit/record';
import { conflict } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import { dayBegins, dayEnds } from '@/lib/db/day-bounds';
import { actorId, type Scope } from '@/lib/db/scope';

const SEEDS = 2 ** 31;

/**
 * Draws statements of a period at random, each as likely as any other, for people to label. Those the engine has not read
 * are left out. A smaller period is drawn whole.
 * @param seed the same one over the same statements draws the same ones in the same order
 * @returns the sample's id
 * @throws ExpectedError `conflict` where the period has no statement
 */
export async function drawSample(
  scope: Scope,
  { size, from, to }: Days & { size: number },
  seed: number = randomInt(SEEDS),
): Promise<string> {
  const { workspaceId } = scope;
  const sampleId = newId();
  await scope.run(async (db, inner) => {
    const drawn = await drawStatements(db, workspaceId, { size, from, to, seed });
    const population = drawn[0]?.population;
    if (!population) throw conflict('There is no feedback in this period that the engine has read.');
    await db.qualitySample.create({
      data: {
        workspaceId,
        id: sampleId,
        seed,
        size: drawn.length,
        population,
        fromDay: startOf(from),
        toDay: startOf(to),
        drawnById: actorId(scope),
      },
    });
    await db.qualityItem.createMany({
      data: drawn.map(({ id }, position) => ({
        workspaceId,
        id: newId(),
        sampleId,
        position,
        feedbackId: id,
      })),
    });
    await recordAudit(inner, {
      action: 'quality.sample_drawn',
      subjectKind: 'quality_sample',
      subjectId: sampleId,
      details: { size: drawn.length, population, from, to },
    });
  });
  return sampleId;
}

/** A hash of seed and id orders the statements at random, and depends on nothing else: not on when they came in. */
async function drawStatements(
  db: Db,
  workspaceId: string,
  { size, from, to, seed }: Days & { size: number; seed: number },
): Promise<{ id: string; population: number }[]> {
  return db.$queryRaw`
    SELECT f.id, (count(*) OVER ())::int AS population
    FROM feedback f
    WHERE f.workspace_id = ${workspaceId}::uuid AND f.annotated_at IS NOT NULL
      AND f.occurred_at >= ${dayBegins(from)} AND f.occurred_at < ${dayEnds(to)}
    ORDER BY md5(${seed}::int || ':' || f.id::text), f.id
    LIMIT ${size}`;
}
