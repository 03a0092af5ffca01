import type { Scope } from '@/lib/db/scope';
import {
  candidateSchema,
  type Evidence,
  evidenceSchema,
  type ProposalKind,
} from '@/lib/themes/proposal-schema';

export interface ProposalQuote {
  feedbackId: string;
  /** The customer's words, read from the feedback now. */
  quote: string;
  language: string | null;
}

export interface ProposalRow {
  id: string;
  kind: ProposalKind;
  status: 'open' | 'accepted' | 'declined' | 'superseded';
  ranAt: Date;
  /** The theme it is about; for an accepted new theme, the one it became. */
  theme: { id: string; name: string } | null;
  /** What was found, by name and words. */
  found: { name: string; keywords: string[] } | null;
  evidence: Omit<Evidence, 'overlap' | 'quotes'> & {
    overlap: { themeId: string; name: string; spans: number }[];
    quotes: ProposalQuote[];
  };
  decidedById: string | null;
  decidedAt: Date | null;
  /** The act that undoes its acceptance. */
  batchId: string | null;
}

/** How many proposals, of all kinds or of one, wait for a decision. */
export async function countOpenProposals(scope: Scope, kind?: ProposalKind): Promise<number> {
  return scope.run((db) =>
    db.themeProposal.count({ where: { workspaceId: scope.workspaceId, status: 'open', kind } }),
  );
}

/** Proposals of a kind of state, those that most speaks for first; decided ones the newest first. */
export async function findProposals(
  scope: Scope,
  { decided, page, size }: { decided: boolean; page: number; size: number },
): Promise<{ proposals: ProposalRow[]; total: number }> {
  const { workspaceId } = scope;
  return scope.run(async (db) => {
    const where = {
      workspaceId,
      status: { in: decided ? (['accepted', 'declined'] as const).slice() : (['open'] as const).slice() },
    };
    const total = await db.themeProposal.count({ where });
    const rows = await db.themeProposal.findMany({
      where,
      include: {
        run: true,
        theme: { select: { id: true, name: true, splitFrom: { select: { id: true, name: true } } } },
      },
      orderBy: decided ? [{ decidedAt: 'desc' }, { id: 'desc' }] : [{ kind: 'asc' }, { id: 'asc' }],
      skip: (page - 1) * size,
      take: size,
    });
    const evidences = rows.map(({ evidence }) => evidenceSchema.parse(evidence));
    const named = await db.theme.findMany({
      where: {
        workspaceId,
        id: { in: evidences.flatMap(({ overlap }) => overlap.map(({ themeId }) => themeId)) },
      },
      select: { id: true, name: true },
    });
    const nameOf = new Map(named.map(({ id, name }) => [id, name]));
    const texts = await db.feedback.findMany({
      where: {
        workspaceId,
        id: { in: evidences.flatMap(({ quotes }) => quotes.map(({ feedbackId }) => feedbackId)) },
      },
      select: { id: true, text: true, language: true },
    });
    const textOf = new Map(texts.map((text) => [text.id, text]));
    const acts = await db.themeDecision.findMany({
      where: { workspaceId, undoneAt: null, action: { in: ['create', 'relearn', 'note'] } },
      select: { batchId: true, payload: true },
    });
    const batchOf = new Map(
      acts.map(({ batchId, payload }) => [(payload as { proposalId?: string }).proposalId, batchId]),
    );
    const proposals = rows.map((row, index): ProposalRow => {
      const { overlap = [], quotes = [], ...counts } = evidences[index] ?? evidenceSchema.parse(row.evidence);
      const candidate = row.candidate === null ? null : candidateSchema.parse(row.candidate).theme;
      // An accepted split names its part.
      const isPart = row.kind === 'split' && row.status === 'accepted';
      const theme = (isPart && row.theme?.splitFrom) || row.theme;
      return {
        id: row.id,
        kind: row.kind,
        status: row.status,
        ranAt: row.run.ranAt,
        theme: theme && { id: theme.id, name: theme.name },
        found: candidate && {
          name: distinctName(candidate, theme?.name),
          keywords: candidate.keywords,
        },
        evidence: {
          ...counts,
          overlap: overlap.flatMap(({ themeId, spans }) => {
            const name = nameOf.get(themeId);
            return name ? [{ themeId, name, spans }] : [];
          }),
          quotes: quotes.flatMap(({ feedbackId, start, end }) => {
            const found = textOf.get(feedbackId);
            return found
              ? [{ feedbackId, quote: found.text.slice(start, end), language: found.language }]
              : [];
          }),
        },
        decidedById: row.decidedById,
        decidedAt: row.decidedAt,
        batchId: batchOf.get(row.id) ?? null,
      };
    });
    return { proposals, total };
  });
}

/** The name of what was found; where the theme it is about has that very name, with a word that the name has not. */
function distinctName({ name, keywords }: { name: string; keywords: string[] }, themeName?: string): string {
  if (name.toLowerCase() !== themeName?.toLowerCase()) return name;
  const word = keywords.find((keyword) => !name.toLowerCase().includes(keyword.toLowerCase()));
  return word ? `${name}: ${word}` : name;
}
