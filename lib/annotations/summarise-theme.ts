import { findTypicalComments, type TypicalComment } from '@/lib/annotations/find-typical-comments';
import {
  hasWebAddress,
  SUMMARY_INSTRUCTIONS,
  summaryAnswerSchema,
  summaryData,
} from '@/lib/annotations/summary-prompt';
import { type VerifiedQuote, verifyQuotes } from '@/lib/annotations/verify-quotes';
import { recordAudit } from '@/lib/audit/record';
import { ExpectedError } from '@/lib/core/errors';
import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { askForJson, type LlmSettings } from '@/lib/llm/ask-for-json';
import { LlmError } from '@/lib/llm/llm-error';
import { findSecret, getSetting } from '@/lib/settings/queries';
import { findTheme } from '@/lib/themes/find-theme';

/** Comments a model gets to see. */
const MOST_COMMENTS = 40;
const MAX_ANSWER_TOKENS = 4000;

interface Summary {
  text: string;
  quotes: VerifiedQuote[];
  dropped: number;
}

/**
 * Has the workspace's language model summarise a theme and keeps the answer with the quotes that were found in the
 * feedback. How it went, and how much was sent where, is written to the audit trail either way. Nothing is sent when
 * the setting is off.
 */
export async function summariseTheme(scope: Scope, themeId: string, signal?: AbortSignal): Promise<void> {
  const theme = await findTheme(scope, themeId);
  const { baseUrl, model, isEnabled } = await getSetting(scope, 'languageModel');
  const comments = await findTypicalComments(scope, themeId, {}, MOST_COMMENTS);
  if (!theme || comments.length === 0) return;
  let sent = 0;
  try {
    if (!isEnabled) throw new LlmError('not_configured', 'The language model is turned off.');
    const apiKey = await findSecret(scope, 'languageModel.apiKey');
    sent = comments.length;
    const summary = await requestSummary({ baseUrl, model, apiKey }, theme.name, comments, signal);
    await storeSummary(scope, themeId, model, summary, { sent, host: new URL(baseUrl).host });
  } catch (error) {
    const { problem, message } = toProblem(error);
    await recordAudit(scope, {
      action: 'theme.summary_failed',
      subjectKind: 'theme',
      subjectId: themeId,
      details: { model, sent, problem, message },
    });
  }
}

async function requestSummary(
  settings: LlmSettings,
  themeName: string,
  comments: TypicalComment[],
  signal: AbortSignal | undefined,
): Promise<Summary> {
  const { summary, quotes } = await askForJson(settings, {
    instructions: SUMMARY_INSTRUCTIONS,
    data: summaryData(themeName, comments),
    answer: summaryAnswerSchema,
    maxAnswerTokens: MAX_ANSWER_TOKENS,
    signal,
  });
  if (hasWebAddress(summary)) throw new LlmError('unreadable', 'The summary contains a web address.');
  const textOf = new Map(comments.map(({ feedbackId, text }) => [feedbackId, text]));
  const { verified, dropped } = verifyQuotes(quotes, textOf);
  if (verified.length === 0) {
    throw new LlmError(
      'unreadable',
      quotes.length === 0
        ? 'The summary came without a quote to bear it out.'
        : 'No quote of the summary stands letter by letter in the feedback it names.',
    );
  }
  return { text: summary, quotes: verified, dropped };
}

async function storeSummary(
  scope: Scope,
  themeId: string,
  model: string,
  { text, quotes, dropped }: Summary,
  { sent, host }: { sent: number; host: string },
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db, inner) => {
    await db.themeSummary.create({
      data: {
        workspaceId,
        id: newId(),
        themeId,
        text,
        quotes: quotes as unknown as Prisma.InputJsonArray,
        maker: 'llm',
        model,
      },
    });
    await recordAudit(inner, {
      action: 'theme.summarised',
      subjectKind: 'theme',
      subjectId: themeId,
      details: { model, host, sent, quotes: quotes.length, dropped },
    });
  });
}

/** Problems with the model are results; anything else, the end of the worker too, is for the queue to try again. */
function toProblem(error: unknown): { problem: string; message: string } {
  if (error instanceof LlmError) return error;
  if (error instanceof ExpectedError) return { problem: 'not_configured', message: error.message };
  throw error;
}
