import { findQuietThemes } from '@/lib/annotations/find-quiet-themes';
import type { SampledSpan } from '@/lib/annotations/sample-spans';
import { laterEngine } from '@/lib/annotations/workspace-engine';
import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { assignThemes } from '@/lib/nlp/themes/assign';
import { compileThemeModel } from '@/lib/nlp/themes/compiled-model';
import type { ThemeModel } from '@/lib/nlp/themes/theme-model';
import { findShownParent, isLive } from '@/lib/themes/check-taxonomy';
import { compareTaxonomies, type Difference } from '@/lib/themes/compare-taxonomies';
import {
  type Candidate,
  candidateSchema,
  type Evidence,
  evidenceSchema,
  type ProposalKind,
} from '@/lib/themes/proposal-schema';
import { findThemeAssigner } from '@/lib/themes/theme-assigner';

const QUOTES = 3;
const MOST_OVERLAP = 5;
/** What was declined is proposed again only when so many times as many sentences speak for it. */
const MUCH_MORE = 1.5;
/** Share of their leading words from which on two finds are the same. */
const SAME_WORDS = 0.5;

interface Look {
  found: ThemeModel;
  spans: readonly SampledSpan[];
  /** The look that found it. */
  runId: string;
}

interface Proposal {
  kind: ProposalKind;
  themeId: string | null;
  candidate: Candidate | null;
  evidence: Evidence;
}

/**
 * Writes down what a discovery would change about the taxonomy, each with its evidence. Nothing of the taxonomy changes.
 * What an earlier discovery proposed and nobody decided is superseded; what was declined is not proposed again unless much
 * more speaks for it; locked themes are left alone.
 */
export async function proposeChanges(scope: Scope, look: Look): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await db.themeProposal.updateMany({
      where: { workspaceId, status: 'open' },
      data: { status: 'superseded' },
    });
    const themes = await db.theme.findMany({ where: { workspaceId } });
    const byId = new Map(themes.map((theme) => [theme.id, theme]));
    const branchOf = new Map(
      themes.map(({ id, mergedIntoId }) => {
        const head = byId.get(mergedIntoId ?? id);
        return [id, (head && findShownParent(head, byId)?.id) ?? head?.id ?? id];
      }),
    );
    const open = new Set(themes.filter((theme) => isLive(theme) && !theme.lockedAt).map(({ id }) => id));
    const assigner = await findThemeAssigner(inner, laterEngine(inner));
    const proposals = [
      ...compare(look, assigner?.assign(look.spans) ?? [], branchOf),
      ...(await findQuietThemes(inner)).map(({ themeId, evidence }) => ({
        kind: 'quiet' as const,
        themeId,
        candidate: null,
        evidence,
      })),
    ].filter(({ themeId }) => themeId === null || open.has(themeId));
    const declined = await findDeclined(inner);
    await db.themeProposal.createMany({
      data: proposals
        .filter((proposal) => !declined.some((earlier) => isSaid(earlier, proposal)))
        .map(({ kind, themeId, candidate, evidence }) => ({
          workspaceId,
          id: newId(),
          runId: look.runId,
          kind,
          themeId,
          ...(candidate && { candidate: candidate as unknown as Prisma.InputJsonObject }),
          evidence: evidence as unknown as Prisma.InputJsonObject,
        })),
    });
  });
}

/** Whole branches against the themes found: what people, or an earlier discovery, made narrower is no change of what there is. */
function compare(
  { found, spans }: Look,
  today: readonly { index: number; themeId: string }[],
  branchOf: ReadonlyMap<string, string>,
): Proposal[] {
  const place = new Map(found.themes.map(({ key }, index) => [key, index]));
  const groupOf = spans.map(() => -1);
  for (const { segmentIndex, themeKey } of assignThemes(compileThemeModel(found), spans)) {
    if (groupOf[segmentIndex] === -1) groupOf[segmentIndex] = place.get(themeKey) ?? -1;
  }
  const themesOf = spans.map((): Set<string> => new Set());
  for (const { index, themeId } of today) themesOf[index]?.add(branchOf.get(themeId) ?? themeId);
  const spanOf = new Map(spans.map((span) => [span.id, span]));
  return compareTaxonomies(
    groupOf,
    themesOf.map((themes) => [...themes]),
  ).flatMap((difference) => {
    const theme = found.themes[difference.group];
    return theme ? [toProposal(difference, theme, found, spanOf, spans.length)] : [];
  });
}

function toProposal(
  { kind, themeId, found: size, today, untagged, overlap }: Difference,
  theme: ThemeModel['themes'][number],
  { vocabulary }: ThemeModel,
  spanOf: ReadonlyMap<string, SampledSpan>,
  looked: number,
): Proposal {
  const quotes = theme.exampleIds.flatMap((id) => spanOf.get(id) ?? []).slice(0, QUOTES);
  return {
    kind,
    themeId,
    candidate: {
      theme,
      vocabulary: Object.fromEntries(
        [...theme.centroid, ...(theme.scorer?.terms ?? [])].map(([term]) => [term, vocabulary[term] ?? 0]),
      ),
    },
    evidence: {
      looked,
      found: size,
      today,
      untagged,
      overlap: overlap.slice(0, MOST_OVERLAP),
      quotes: quotes.map(({ feedbackId, start, end }) => ({ feedbackId, start, end })),
    },
  };
}

async function findDeclined(scope: Scope): Promise<Proposal[]> {
  const rows = await scope.run((db) =>
    db.themeProposal.findMany({ where: { workspaceId: scope.workspaceId, status: 'declined' } }),
  );
  return rows.map(({ kind, themeId, candidate, evidence }) => ({
    kind,
    themeId,
    candidate: candidate === null ? null : candidateSchema.parse(candidate),
    evidence: evidenceSchema.parse(evidence),
  }));
}

/** Whether a proposal says what was declined before, without much more to speak for it. */
function isSaid(declined: Proposal, proposal: Proposal): boolean {
  if (declined.kind !== proposal.kind || declined.themeId !== proposal.themeId) return false;
  if (proposal.evidence.found >= declined.evidence.found * MUCH_MORE) return false;
  return !declined.candidate || !proposal.candidate || sharesWords(declined.candidate, proposal.candidate);
}

function sharesWords(a: Candidate, b: Candidate): boolean {
  const words = new Set(a.theme.keywords);
  const shared = b.theme.keywords.filter((word) => words.has(word)).length;
  return shared >= SAME_WORDS * Math.min(a.theme.keywords.length, b.theme.keywords.length);
}
