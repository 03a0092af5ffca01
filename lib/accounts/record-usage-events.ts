import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

/** Something that somebody at an account did with the product. */
export interface UsageEventInput {
  sourceId: string;
  /** The source's own key: the same key again adds nothing. */
  externalId: string;
  accountId: string;
  contactId?: string | undefined;
  name: string;
  /** How often; 1 or more. */
  count: number;
  occurredAt: Date;
}

/** Writes usage events. One whose (source, external id) is there already is left as it is. @returns the external ids added. */
export async function recordUsageEvents(scope: Scope, inputs: UsageEventInput[]): Promise<Set<string>> {
  if (inputs.length === 0) return new Set();
  const rows = inputs.map((input) => ({ ...input, id: newId() }));
  const added = await scope.run(
    (db) => db.$queryRaw<{ externalId: string }[]>`
      INSERT INTO usage_events (
        workspace_id, id, source_id, external_id, account_id, contact_id, name, count, occurred_at
      )
      SELECT ${scope.workspaceId}::uuid, r.id, r."sourceId", r."externalId", r."accountId", r."contactId", r.name,
        r.count, r."occurredAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
        id uuid, "sourceId" uuid, "externalId" text, "accountId" uuid, "contactId" uuid, name text, count int,
        "occurredAt" timestamptz
      )
      ON CONFLICT (workspace_id, source_id, external_id) DO NOTHING
      RETURNING external_id AS "externalId"`,
  );
  return new Set(added.map(({ externalId }) => externalId));
}
