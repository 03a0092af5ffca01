import { z } from 'zod';
import { recordAudit } from '@/lib/audit/record';
import { conflict, notFound } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { requireDecider } from '@/lib/themes/decider';
import { lockThemes } from '@/lib/themes/lock-themes';
import { type Candidate, candidateSchema, type ProposalKind } from '@/lib/themes/proposal-schema';
import { type NewDecision, recordDecisions, requireOpen } from '@/lib/themes/record-decisions';
import type { ThemeState } from '@/lib/themes/replay';
import { themeNameSchema } from '@/lib/themes/schema';

export const acceptProposalSchema = z.object({
  proposalId: z.uuid(),
  /** For what becomes a theme; that of the discovery when left out. */
  name: themeNameSchema.optional(),
});

interface OpenProposal {
  id: string;
  kind: ProposalKind;
  themeId: string | null;
  candidate: Candidate | null;
}

/**
 * Does what a proposal says: makes the theme, splits it off as a sub-theme, lets a theme take in the words that were
 * found, or sets one aside that went quiet. Undoing the batch takes it back and opens the proposal again.
 * @throws ExpectedError 'conflict' when it was decided already, or the name is taken.
 */
export async function acceptProposal(
  scope: Scope,
  { proposalId, name }: z.output<typeof acceptProposalSchema>,
): Promise<string | null> {
  const { workspaceId } = scope;
  return recordDecisions(scope, 'theme.proposal_accepted', async (themes, inner) => {
    const proposal = await getOpen(inner, proposalId);
    const decisions = await toDecisions(inner, themes, proposal, name);
    await inner.run((db) =>
      db.themeProposal.update({
        where: { workspaceId_id: { workspaceId, id: proposalId } },
        data: {
          status: 'accepted',
          themeId: decisions[0]?.themeId ?? null,
          decidedById: requireDecider(inner),
          decidedAt: new Date(),
        },
      }),
    );
    return decisions;
  });
}

async function toDecisions(
  scope: Scope,
  themes: ReadonlyMap<string, ThemeState>,
  { id: proposalId, kind, themeId, candidate }: OpenProposal,
  name: string | undefined,
): Promise<NewDecision[]> {
  const about = themeId ? requireOpen(themes, themeId) : null;
  if (kind === 'new_theme' && candidate) {
    return [
      { themeId: await makeTheme(scope, candidate, { name }), action: 'create', payload: { proposalId } },
    ];
  }
  if (!about) throw notFound('theme');
  if (kind === 'split' && candidate) {
    const place = { name, splitFromId: about.id, parentId: about.parentId ?? about.id };
    return [{ themeId: await makeTheme(scope, candidate, place), action: 'create', payload: { proposalId } }];
  }
  if (kind === 'quiet') {
    return [
      { themeId: about.id, action: 'exclude', payload: {} },
      { themeId: about.id, action: 'note', payload: { proposalId } },
    ];
  }
  return [{ themeId: about.id, action: 'relearn', payload: { proposalId } }];
}

async function makeTheme(
  scope: Scope,
  { theme }: Candidate,
  place: { name: string | undefined; splitFromId?: string; parentId?: string },
): Promise<string> {
  const { workspaceId } = scope;
  const id = newId();
  await scope.run(async (db) => {
    const isTaken = await db.theme.count({ where: { workspaceId, key: theme.key } });
    await db.theme.create({
      data: {
        workspaceId,
        id,
        // Known by the engine's key unless an earlier find has it: its model is the proposal's either way.
        key: isTaken > 0 ? null : theme.key,
        keywords: theme.keywords,
        ...place,
        name: place.name ?? theme.name,
      },
    });
  });
  return id;
}

/** Leaves the taxonomy as it is. The like is not proposed again unless much more speaks for it. */
export async function declineProposal(scope: Scope, proposalId: string): Promise<void> {
  await settle(scope, proposalId, 'declined');
}

/** Opens a declined proposal again. */
export async function reopenProposal(scope: Scope, proposalId: string): Promise<void> {
  await settle(scope, proposalId, 'open');
}

async function settle(scope: Scope, proposalId: string, status: 'declined' | 'open'): Promise<void> {
  const { workspaceId } = scope;
  const memberId = requireDecider(scope);
  await scope.run(async (db, inner) => {
    await lockThemes(inner);
    const { count } = await db.themeProposal.updateMany({
      where: { workspaceId, id: proposalId, status: status === 'open' ? 'declined' : 'open' },
      data:
        status === 'open'
          ? { status, decidedById: null, decidedAt: null }
          : { status, decidedById: memberId, decidedAt: new Date() },
    });
    if (count === 0) throw conflict('Somebody decided about this proposal already. Reload the page.');
    await recordAudit(inner, {
      action: status === 'open' ? 'theme.proposal_reopened' : 'theme.proposal_declined',
      subjectKind: 'theme_proposal',
      subjectId: proposalId,
    });
  });
}

async function getOpen(scope: Scope, proposalId: string): Promise<OpenProposal> {
  const { workspaceId } = scope;
  const row = await scope.run((db) =>
    db.themeProposal.findUnique({ where: { workspaceId_id: { workspaceId, id: proposalId } } }),
  );
  if (!row) throw notFound('proposal');
  if (row.status !== 'open') throw conflict('Somebody decided about this proposal already. Reload the page.');
  const { id, kind, themeId, candidate } = row;
  return { id, kind, themeId, candidate: candidate === null ? null : candidateSchema.parse(candidate) };
}
