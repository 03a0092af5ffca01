import type { Prisma } from '@/lib/db/client';
import { actorId, type Scope } from '@/lib/db/scope';
import { type Decision, decisionActions, listedActions, parseDecision } from '@/lib/themes/decision';

/** One act about themes: all that was decided at once. */
export interface DecisionBatch {
  batchId: string;
  decidedAt: Date;
  /** The member's id. */
  decidedById: string;
  isUndone: boolean;
  /** The first decision of it, and how many there are. */
  decision: Decision;
  count: number;
  /** How many themes it made, moved or explained anew, where it did more than one of these. */
  parts: { made: number; moved: number; steered: number } | null;
  /** Names, as they are today, of the themes it was about; and of the theme it leads to. */
  themes: string[];
  target: string | null;
}

interface Choice {
  themeId?: string;
  page: number;
  size: number;
}

/** The latest acts about themes, or about one of them, the newest first. */
export async function findDecisions(
  scope: Scope,
  { themeId, page, size }: Choice,
): Promise<{ batches: DecisionBatch[]; total: number }> {
  const where = { action: { in: [...listedActions] }, ...(themeId ? { themeId } : {}) };
  return findBatches(scope, where, { page, size });
}

/** What the asking member did to the taxonomy since a time and has not taken back, the newest first. */
export async function findOwnActs(
  scope: Scope,
  { since, most }: { since: Date; most: number },
): Promise<DecisionBatch[]> {
  const memberId = actorId(scope);
  if (!memberId) return [];
  const where = {
    ...{ memberId, undoneAt: null, decidedAt: { gte: since } },
    // What is said of a comment is taken back where it was said.
    action: { in: [...decisionActions] },
  };
  return (await findBatches(scope, where, { page: 1, size: most })).batches;
}

async function findBatches(
  scope: Scope,
  chosen: Prisma.ThemeDecisionWhereInput,
  { page, size }: { page: number; size: number },
): Promise<{ batches: DecisionBatch[]; total: number }> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const where = { ...chosen, workspaceId };
    const heads = await db.themeDecision.groupBy({
      by: ['batchId'],
      where,
      _min: { decidedAt: true },
      orderBy: [{ _min: { decidedAt: 'desc' } }, { batchId: 'desc' }],
    });
    const shown = heads.slice((page - 1) * size, page * size).map(({ batchId }) => batchId);
    const rows = await db.themeDecision.findMany({
      where: { workspaceId, batchId: { in: shown } },
      include: { theme: { select: { name: true } } },
      orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    });
    const decisions = rows.map((row) => ({ row, decision: parseDecision(row) }));
    const targets = await db.theme.findMany({
      where: { workspaceId, id: { in: decisions.flatMap(({ decision }) => targetOf(decision) ?? []) } },
      select: { id: true, name: true },
    });
    const nameOf = new Map(targets.map(({ id, name }) => [id, name]));
    const batches = shown.flatMap((batchId) => {
      const all = decisions.filter(({ row }) => row.batchId === batchId);
      const [first] = all;
      if (!first) return [];
      return {
        batchId,
        decidedAt: first.row.decidedAt,
        decidedById: first.row.memberId,
        isUndone: all.every(({ row }) => row.undoneAt !== null),
        decision: first.decision,
        count: all.length,
        parts: countParts(all.map(({ decision }) => decision)),
        themes: [...new Set(all.map(({ row }) => row.theme.name))],
        // What leads to several themes is named by none of them.
        target:
          new Set(all.map(({ decision }) => targetOf(decision))).size > 1
            ? null
            : (nameOf.get(targetOf(first.decision) ?? '') ?? null),
      };
    });
    return { batches, total: heads.length };
  });
}

/** The theme that a decision leads to, beside the one it is about. */
function targetOf(decision: Decision): string | null {
  if (decision.action === 'merge') return decision.payload.intoId;
  if (decision.action === 'move') return decision.payload.to;
  return decision.action === 'create' ? (decision.payload.splitFromId ?? null) : null;
}

/** Only a file does several of these in one act; a proposal or a split is told by what it began with. */
function countParts(decisions: readonly Decision[]): DecisionBatch['parts'] {
  const count = (action: Decision['action']) =>
    decisions.filter((decision) => decision.action === action).length;
  const [made, moved, steered] = [count('create'), count('move'), count('steer')];
  const isFile = made + moved + steered === decisions.length && decisions.every(isPlain);
  return isFile && [made, moved, steered].filter(Boolean).length > 1 ? { made, moved, steered } : null;
}

function isPlain({ action, payload }: Decision): boolean {
  return action !== 'create' || !(payload.splitFromId ?? payload.proposalId);
}
