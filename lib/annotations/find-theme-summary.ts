import { z } from 'zod';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { findOpenJob } from '@/lib/jobs/find-open-job';
import { adviceFor, llmProblems } from '@/lib/llm/llm-error';
import { getSetting } from '@/lib/settings/queries';

export interface SummaryQuote {
  feedbackId: string;
  /** The customer's words, read from the feedback now. */
  quote: string;
  language: string | null;
  occurredAt: Date;
  accountName: string | null;
}

export interface ThemeSummaryState {
  /** Whether a language model is turned on. */
  isEnabled: boolean;
  /** Since when a summary is being made; null when none is. */
  openSince: Date | null;
  newest: {
    text: string;
    model: string;
    createdAt: Date;
    quotes: SummaryQuote[];
    /** Quotes of the model that were not found in the feedback and left out. */
    dropped: number;
  } | null;
  /** The latest attempt, when it failed: why, and what to do. */
  failure: { message: string; advice: string; at: Date } | null;
}

const quotesSchema = z.array(z.object({ feedbackId: z.uuid(), start: z.number(), end: z.number() }));
const droppedSchema = z.object({ dropped: z.number() });
const failureSchema = z.object({ problem: z.enum(llmProblems), message: z.string() });

/** What is there of a theme's summary, and how the latest attempt went. */
export async function findThemeSummary(scope: Scope, themeId: string): Promise<ThemeSummaryState> {
  const { workspaceId } = scope;
  return scope.run(async (db, inner) => {
    const { isEnabled } = await getSetting(inner, 'languageModel');
    const summary = await db.themeSummary.findFirst({
      where: { workspaceId, themeId },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    });
    const attempt = await findNewestAttempt(db, workspaceId, themeId);
    const failed = attempt?.action === 'theme.summary_failed' ? failureSchema.parse(attempt.details) : null;
    return {
      isEnabled,
      openSince: await findOpenJob(inner, 'annotations.summarise', { themeId }),
      newest: summary && {
        text: summary.text,
        model: summary.model,
        createdAt: summary.createdAt,
        quotes: await readQuotes(db, workspaceId, quotesSchema.parse(summary.quotes)),
        dropped: await countDropped(db, workspaceId, themeId),
      },
      failure:
        attempt && failed
          ? { message: failed.message, advice: adviceFor(failed.problem), at: attempt.occurredAt }
          : null,
    };
  });
}

async function findNewestAttempt(db: Db, workspaceId: string, themeId: string) {
  return db.auditEntry.findFirst({
    where: {
      workspaceId,
      subjectId: themeId,
      action: { in: ['theme.summarised', 'theme.summary_failed'] },
    },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
  });
}

/** The audit line that was written with the newest summary has what was left out of it. */
async function countDropped(db: Db, workspaceId: string, themeId: string): Promise<number> {
  const line = await db.auditEntry.findFirst({
    where: { workspaceId, subjectId: themeId, action: 'theme.summarised' },
    orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
  });
  return line ? droppedSchema.parse(line.details).dropped : 0;
}

/** The words behind offsets; feedback erased since is left out. */
async function readQuotes(
  db: Db,
  workspaceId: string,
  quotes: z.infer<typeof quotesSchema>,
): Promise<SummaryQuote[]> {
  const rows = await db.feedback.findMany({
    where: { workspaceId, id: { in: quotes.map(({ feedbackId }) => feedbackId) } },
    select: { id: true, text: true, language: true, occurredAt: true, account: { select: { name: true } } },
  });
  const rowOf = new Map(rows.map((row) => [row.id, row]));
  return quotes.flatMap(({ feedbackId, start, end }) => {
    const row = rowOf.get(feedbackId);
    if (!row) return [];
    const { text, language, occurredAt, account } = row;
    return [
      { feedbackId, quote: text.slice(start, end), language, occurredAt, accountName: account?.name ?? null },
    ];
  });
}
