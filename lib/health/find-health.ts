import { z } from 'zod';
import { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import {
  type HealthDetails,
  type HealthOutcome,
  type HealthReason,
  healthDetailsSchema,
  healthOutcomes,
  healthReasonSchema,
  type WithheldReason,
  withheldReasons,
} from '@/lib/health/schema';

/** The newest training for an outcome, and whether its chances are shown. */
export interface HealthModelRow {
  id: string;
  outcome: HealthOutcome;
  /** The last day counted. */
  asOf: Date;
  trainedAt: Date;
  withheld: WithheldReason | null;
  /** Accounts with the event among the months learned from, those since deleted left out. */
  eventAccounts: number;
  details: HealthDetails | null;
}

/** A chance within the model's horizon, 0..1, and what moves it, the strongest first. */
export interface Propensity {
  chance: number;
  reasons: HealthReason[];
}

const MS_PER_DAY = 86_400_000;
const rowSchema = z.object({
  withheld: z.enum(withheldReasons).nullable(),
  details: healthDetailsSchema.nullable(),
});

/** The newest model of each outcome, in the order of the outcomes; none before the first training. */
export async function findHealthModels(scope: Scope): Promise<HealthModelRow[]> {
  const { workspaceId } = scope;
  const rows = await scope.run(
    (db) => db.$queryRaw<
      (Omit<HealthModelRow, 'withheld' | 'details'> & { withheld: unknown; details: unknown })[]
    >`
      SELECT DISTINCT ON (outcome) id::text, outcome::text, as_of AS "asOf", trained_at AS "trainedAt", withheld, details,
        (SELECT count(*)::int FROM accounts c
          WHERE c.workspace_id = ${workspaceId}::uuid AND c.id = ANY(m.event_account_ids)) AS "eventAccounts"
      FROM health_models m WHERE workspace_id = ${workspaceId}::uuid
      ORDER BY outcome, trained_at DESC, id DESC`,
  );
  const models = rows.flatMap(({ withheld, details, ...row }) => {
    // What another version kept in another shape counts as not trained yet.
    const read = rowSchema.safeParse({ withheld, details });
    return read.success ? [{ ...row, ...read.data, asOf: new Date(row.asOf.getTime() - MS_PER_DAY) }] : [];
  });
  return healthOutcomes.flatMap((outcome) => models.find((model) => model.outcome === outcome) ?? []);
}

/** What the newest models say of some accounts, by account; outcomes whose chances are withheld are left out. */
export async function findPropensities(
  scope: Scope,
  accountIds: readonly string[],
): Promise<Map<string, Partial<Record<HealthOutcome, Propensity>>>> {
  const { workspaceId } = scope;
  const rows = await scope.run(
    (db) => db.$queryRaw<{ accountId: string; outcome: HealthOutcome; chance: number; reasons: unknown }[]>`
      SELECT h.account_id::text AS "accountId", m.outcome::text, h.chance, h.reasons
      FROM account_health h JOIN health_models m ON m.workspace_id = h.workspace_id AND m.id = h.model_id
      WHERE h.workspace_id = ${workspaceId}::uuid AND h.account_id = ANY(${accountIds}::uuid[])`,
  );
  const found = new Map<string, Partial<Record<HealthOutcome, Propensity>>>();
  for (const { accountId, outcome, chance, reasons } of rows) {
    const read = z.array(healthReasonSchema).safeParse(reasons);
    if (!read.success) continue;
    found.set(accountId, { ...found.get(accountId), [outcome]: { chance, reasons: read.data } });
  }
  return found;
}

/** Table `health` for a WITH clause: the chance of leaving of each account that has one. */
export function healthTable(workspaceId: string): Prisma.Sql {
  return Prisma.sql`
    health AS (
      SELECT h.account_id, h.chance
      FROM account_health h JOIN health_models m ON m.workspace_id = h.workspace_id AND m.id = h.model_id
      WHERE h.workspace_id = ${workspaceId}::uuid AND m.outcome = 'churn')`;
}
