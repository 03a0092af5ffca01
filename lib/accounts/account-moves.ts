import type { AccountState } from '@/lib/accounts/account-state';
import { newId } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';

/** Fields of an account's own that say at what stage of its life it is, as CRMs call them. */
const STAGE = /(?:^|[ _-])(?:life ?cycle|stage|phase|status)(?:$|[ _-])|(?:stage|lifecycle|status)$/i;

/** That an account went from one plan, segment or stage to another. */
export interface AccountMove {
  accountId: string;
  field: string;
  before: string | null;
  after: string | null;
}

/** Where an account stands otherwise than before: plan, segment, and fields of its own that are stages. */
export function findMoves(before: AccountState, after: AccountState): AccountMove[] {
  const [known, now] = [textsOf(before.custom), textsOf(after.custom)];
  const stages = [...new Set([...Object.keys(known), ...Object.keys(now)])].filter((name) =>
    STAGE.test(name),
  );
  const pairs = [
    { field: 'plan', before: before.plan, after: after.plan },
    { field: 'segment', before: before.segment, after: after.segment },
    ...stages.map((field) => ({ field, before: known[field] ?? null, after: now[field] ?? null })),
  ];
  // What becomes known for the first time has not changed.
  return pairs
    .filter((pair) => pair.before !== null && pair.before !== pair.after)
    .map((pair) => ({ accountId: after.id, ...pair }));
}

const textsOf = (custom: unknown) =>
  Object.fromEntries(
    Object.entries((custom ?? {}) as Record<string, unknown>).flatMap(([name, value]) =>
      value === null || typeof value === 'object' ? [] : [[name, String(value)]],
    ),
  ) as Record<string, string | undefined>;

export async function writeMoves(
  db: Db,
  workspaceId: string,
  moves: readonly AccountMove[],
  { importId, movedAt }: { importId: string | null; movedAt: Date },
): Promise<void> {
  if (moves.length === 0) return;
  await db.accountMove.createMany({
    data: moves.map((move) => ({ ...move, workspaceId, id: newId(), importId, movedAt })),
  });
}
