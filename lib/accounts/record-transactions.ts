import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';

/** What an account, or somebody at it, bought or was paid back. */
export interface TransactionInput {
  sourceId: string;
  /** The source's own key: the same key again adds nothing. */
  externalId: string;
  accountId: string;
  /** Who bought it, where that is known. */
  contactId?: string | undefined;
  /** What it was, in the source's words. */
  kind: string;
  /** Minor units of the currency; below 0 for money paid back. */
  amountCents: number;
  currency: string;
  occurredAt: Date;
}

/** Writes purchases. One whose (source, external id) is there already is left as it is. @returns the external ids added. */
export async function recordTransactions(scope: Scope, inputs: TransactionInput[]): Promise<Set<string>> {
  if (inputs.length === 0) return new Set();
  const rows = inputs.map((input) => ({ ...input, id: newId() }));
  const added = await scope.run(
    (db) => db.$queryRaw<{ externalId: string }[]>`
      INSERT INTO transactions (
        workspace_id, id, source_id, external_id, account_id, contact_id, kind, amount_cents, currency, occurred_at
      )
      SELECT ${scope.workspaceId}::uuid, r.id, r."sourceId", r."externalId", r."accountId", r."contactId", r.kind,
        r."amountCents", r.currency, r."occurredAt"
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
        id uuid, "sourceId" uuid, "externalId" text, "accountId" uuid, "contactId" uuid, kind text,
        "amountCents" bigint, currency char(3), "occurredAt" timestamptz
      )
      ON CONFLICT (workspace_id, source_id, external_id) DO NOTHING
      RETURNING external_id AS "externalId"`,
  );
  return new Set(added.map(({ externalId }) => externalId));
}
