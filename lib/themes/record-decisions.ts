import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { enqueue } from '@/lib/jobs/queue';
import { applyRules } from '@/lib/themes/apply-rules';
import { findTaxonomyProblem } from '@/lib/themes/check-taxonomy';
import { requireDecider } from '@/lib/themes/decider';
import { type Decision, decisionActions, listedActions, parseDecision } from '@/lib/themes/decision';
import { restoreHeld } from '@/lib/themes/held-assignments';
import { lockThemes } from '@/lib/themes/lock-themes';
import { type MadeDecision, replayDecisions, type ThemeState } from '@/lib/themes/replay';
import { requestReassignment } from '@/lib/themes/request-reassignment';

/** Decisions after which comments have other themes than before. */
const STEERING: ReadonlySet<Decision['action']> = new Set(['steer', 'create', 'relearn', 'not_here']);

/** Those of them that may change a theme's words. */
const RULING: ReadonlySet<Decision['action']> = new Set(['steer', 'create']);

/**
 * Seconds that ranking and assigning anew leave to the screen that shows the edit: they read all comments, as it does. Whoever edits on
 * meanwhile has it all done once.
 */
const SHOW_FIRST_SECONDS = 5;

export type NewDecision = Decision & { themeId: string };

/**
 * Has a person's decisions about themes made, written down and applied as one act, which {@link undoDecisions} takes
 * back as one. To be asked for what to decide, `plan` gets the themes as they are, none of which changes meanwhile.
 * @returns the batch that names the act; null when there was nothing to decide
 * @throws ExpectedError 'conflict' for a locked theme, or when the taxonomy would not hold together.
 */
export async function recordDecisions(
  scope: Scope,
  audit: string,
  plan: (themes: ReadonlyMap<string, ThemeState>, scope: Scope) => NewDecision[] | Promise<NewDecision[]>,
): Promise<string | null> {
  const { workspaceId } = scope;
  const memberId = requireDecider(scope);
  return scope.run(async (db, inner) => {
    await lockThemes(inner);
    const themes = new Map((await findThemeStates(inner)).map((theme) => [theme.id, theme]));
    const decisions = await plan(themes, inner);
    if (decisions.length === 0) return null;
    const batchId = newId();
    // One after another in time as in the list: the newest word holds.
    const decidedAt = Date.now();
    await db.themeDecision.createMany({
      data: decisions.map(({ themeId, action, payload }, place) => ({
        workspaceId,
        id: newId(),
        batchId,
        themeId,
        action,
        payload: payload as Prisma.InputJsonObject,
        memberId,
        decidedAt: new Date(decidedAt + place),
      })),
    });
    await applyDecisions(inner);
    for (const { themeId, action, payload } of decisions) {
      await recordAudit(inner, {
        action: audit,
        subjectKind: 'theme',
        subjectId: themeId,
        // Examples may be words of customers, which the trail never holds; the decision has them.
        details: action === 'steer' ? {} : (payload as Prisma.InputJsonObject),
      });
    }
    await followUp(inner, decisions);
    return batchId;
  });
}

/** A theme that one may decide about. @throws ExpectedError when it is a part of another, withdrawn or locked. */
export function requireOpen(themes: ReadonlyMap<string, ThemeState>, themeId: string): ThemeState {
  const theme = themes.get(themeId);
  if (!theme || theme.withdrawnAt) throw notFound('theme');
  if (theme.mergedIntoId) throw conflict(`“${theme.name}” is a part of another theme. Undo that first.`);
  if (theme.lockedAt) throw conflict(`“${theme.name}” is locked. Unlock it first.`);
  return theme;
}

/** Takes back all decisions of one act; others stay as they were. Undoing it twice does nothing. */
export async function undoDecisions(scope: Scope, batchId: string): Promise<void> {
  const { workspaceId } = scope;
  requireDecider(scope);
  await scope.run(async (db, inner) => {
    await lockThemes(inner);
    const rows = await db.themeDecision.findMany({
      where: { workspaceId, batchId, action: { in: [...listedActions] } },
      orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    });
    if (rows.length === 0) throw notFound('decision');
    const open = rows.filter(({ undoneAt }) => !undoneAt);
    if (open.length === 0) return;
    const decisions = open.map((row) => ({ themeId: row.themeId, ...parseDecision(row) }));
    await db.themeDecision.updateMany({
      where: { workspaceId, id: { in: open.map(({ id }) => id) } },
      data: { undoneAt: new Date() },
    });
    await reopenProposals(inner, decisions);
    // What was said of a comment is no part of a theme's row.
    if (decisions.some(({ action }) => action !== 'not_here')) await applyDecisions(inner);
    await restoreHeld(db, workspaceId, decisions);
    for (const { action, themeId } of decisions) {
      if (action === 'create') await requireUnused(inner, themeId);
    }
    for (const decision of decisions) {
      await recordAudit(inner, {
        action: decision.action === 'merge' ? 'theme.merge_undone' : 'theme.decision_undone',
        subjectKind: 'theme',
        subjectId: decision.themeId,
        details: { decision: decision.action, ...(decision.action === 'merge' ? decision.payload : {}) },
      });
    }
    await followUp(inner, decisions);
  });
}

/** @throws ExpectedError 'conflict' when a theme in use is a part of one that is no more, or stands under it. */
async function requireUnused(scope: Scope, themeId: string): Promise<void> {
  const used = await scope.run((db) =>
    db.theme.findFirst({
      where: {
        workspaceId: scope.workspaceId,
        withdrawnAt: null,
        OR: [{ mergedIntoId: themeId }, { parentId: themeId }],
      },
    }),
  );
  if (used) throw conflict(`“${used.name}” was merged into it or moved under it since. Undo that first.`);
}

/** What was accepted is open again when its acceptance is undone, about the theme that it was about before. */
async function reopenProposals(scope: Scope, decisions: readonly NewDecision[]): Promise<void> {
  const { workspaceId } = scope;
  const open = { status: 'open', decidedById: null, decidedAt: null } as const;
  await scope.run(async (db) => {
    for (const { action, themeId, payload } of decisions) {
      if (!('proposalId' in payload && payload.proposalId)) continue;
      const where = { workspaceId_id: { workspaceId, id: payload.proposalId } };
      const made =
        action === 'create'
          ? await db.theme.findUnique({ where: { workspaceId_id: { workspaceId, id: themeId } } })
          : null;
      await db.themeProposal.update({
        where,
        data: { ...open, ...(made && { themeId: made.splitFromId }) },
      });
    }
  });
}

async function followUp(scope: Scope, decisions: readonly NewDecision[]): Promise<void> {
  const steered = decisions.filter(({ action }) => STEERING.has(action)).map(({ themeId }) => themeId);
  const ruled = decisions.filter(({ action }) => RULING.has(action)).map(({ themeId }) => themeId);
  const changed = await applyRules(scope, ruled);
  const afterSeconds = SHOW_FIRST_SECONDS;
  if (steered.length > 0) await requestReassignment(scope, steered, { changed, afterSeconds });
  await enqueue(scope, 'issues.rank', {}, { startAfterSeconds: afterSeconds });
}

export async function findThemeStates(scope: Scope): Promise<ThemeState[]> {
  return scope.run((db) =>
    db.theme.findMany({
      where: { workspaceId: scope.workspaceId },
      omit: { workspaceId: true, key: true, keywords: true, createdAt: true, steeredAt: true },
      orderBy: { id: 'asc' },
    }),
  );
}

/** Brings every theme's row to what all decisions together say. @throws ExpectedError 'conflict' when that does not hold together. */
async function applyDecisions(scope: Scope): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    const rows = await db.themeDecision.findMany({
      where: { workspaceId, action: { in: [...decisionActions] } },
      orderBy: [{ decidedAt: 'asc' }, { id: 'asc' }],
    });
    const decisions: MadeDecision[] = rows.map((row) => ({
      ...parseDecision(row),
      themeId: row.themeId,
      decidedAt: row.decidedAt,
      undoneAt: row.undoneAt,
    }));
    const before = await findThemeStates(inner);
    const after = replayDecisions(before, decisions);
    const problem = findTaxonomyProblem(after);
    if (problem) throw conflict(problem);
    for (const [place, { id, ...data }] of after.entries()) {
      if (JSON.stringify({ id, ...data }) === JSON.stringify(before[place])) continue;
      await db.theme.update({ where: { workspaceId_id: { workspaceId, id } }, data });
    }
  });
}
