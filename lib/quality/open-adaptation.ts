import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { KnownTexts } from '@/lib/quality/find-adaptation-texts';

/** The attempt that waits or runs, or null. */
export const findOpenAdaptation = (db: Db, workspaceId: string) =>
  db.adaptation.findFirst({
    where: { workspaceId, status: { in: ['waiting', 'running'] } },
    orderBy: { number: 'asc' },
  });

/** A new attempt with the next number. The caller holds the lock on the text model. */
export async function createAdaptation(
  db: Db,
  workspaceId: string,
  { known, requestedById }: { known: Pick<KnownTexts, 'labels' | 'ratings'>; requestedById: string | null },
): Promise<string> {
  const { _max } = await db.adaptation.aggregate({ where: { workspaceId }, _max: { number: true } });
  const id = newId();
  await db.adaptation.create({
    data: {
      workspaceId,
      id,
      number: (_max.number ?? 0) + 1,
      requestedById,
      labels: known.labels,
      ratings: known.ratings,
    },
  });
  return id;
}
