import { z } from 'zod';
import type { Place } from '@/lib/api/cursor';
import { writtenTime } from '@/lib/api/fields';
import type { PlacedRow } from '@/lib/api/list-operation';
import type { Scope } from '@/lib/db/scope';

/** Something somebody did with the product. */
export const eventRecordSchema = z
  .object({
    id: z.uuid(),
    source: z.string(),
    externalId: z.string(),
    name: z.string(),
    count: z.int(),
    occurredAt: writtenTime,
    accountId: z.uuid(),
    contactId: z.uuid().nullable(),
  })
  .meta({ id: 'UsageEvent' });

/** Usage events, the latest to arrive first. */
export async function findEventRecords(
  scope: Scope,
  { account, name }: { account?: string | undefined; name?: string | undefined },
  { after, limit }: { after: Place | null; limit: number },
): Promise<PlacedRow<z.input<typeof eventRecordSchema>>[]> {
  const rows = await scope.run((db) =>
    db.usageEvent.findMany({
      where: {
        workspaceId: scope.workspaceId,
        ...(account === undefined ? {} : { accountId: account }),
        ...(name === undefined ? {} : { name }),
        ...(after ? { id: { lt: after.id } } : {}),
      },
      include: { source: { select: { name: true } } },
      orderBy: { id: 'desc' },
      take: limit,
    }),
  );
  return rows.map(({ source, occurredAt, ...row }) => ({
    place: { at: null, id: row.id },
    row: { ...row, source: source.name, occurredAt: occurredAt.toISOString() },
  }));
}
