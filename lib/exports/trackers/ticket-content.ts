import { hideAccountNames } from '@/lib/accounts/hide-account-names';
import { env } from '@/lib/core/env';
import { idFrom } from '@/lib/core/ids';
import { minorUnitDigits } from '@/lib/core/money';
import type { Scope } from '@/lib/db/scope';
import type { TicketContent } from '@/lib/exports/trackers/tracker';
import { describeFacts } from '@/lib/issues/describe-facts';
import { findEvidence } from '@/lib/issues/find-evidence';
import { findTypicalQuotes } from '@/lib/issues/find-typical-quotes';
import { getIssue } from '@/lib/issues/get-issue';
import { getSetting } from '@/lib/settings/queries';

const MOST_QUOTES = 5;
const MOST_QUOTE_CHARACTERS = 500;

/**
 * What a ticket of an issue says: what it rests on, with numbers, and up to five quotes, those that people pinned first. Quotes
 * are the stored texts, redacted; no account of the workspace and no person is named.
 */
export async function loadTicketContent(
  scope: Scope,
  { ticketId, issueId, requestedAt }: { ticketId: string; issueId: string; requestedAt: Date },
): Promise<TicketContent> {
  const { workspaceId } = scope;
  const page = await getIssue(scope, issueId, await getSetting(scope, 'rankingWeights'));
  const { issue, run, ranked, issues } = page;
  const { slug } = await scope.run((db) => db.workspace.findUniqueOrThrow({ where: { id: workspaceId } }));
  const revenue = ranked?.details.revenue;
  return {
    marker: markerOf(issueId),
    clientId: clientIdOf(ticketId),
    requestedAt,
    title: issue.title,
    facts: describeFacts({ run, ranked, issues }),
    quotes: await findQuotes(
      scope,
      issueId,
      ranked && run ? { themeId: ranked.themeId, asOf: run.asOf } : null,
    ),
    link: `${env().NEXTAUTH_URL}/w/${slug}/issues/${issueId}`,
    priorityScore: ranked?.priorityScore ?? null,
    arrAtRisk:
      run && revenue && revenue.arrAtRiskCents !== null
        ? Math.max(0, revenue.arrAtRiskCents) / 10 ** minorUnitDigits(run.totals.currency)
        : null,
    effortDays: issue.effortDays,
  };
}

/** What stands in every ticket of an issue; Jira takes it for a label, so it holds no space. */
export function markerOf(issueId: string): string {
  return `verbatim-${issueId}`;
}

/** A UUID that looks like one of version 4, for systems that take no other, and is always the same for a ticket. */
export function clientIdOf(ticketId: string): string {
  const id = idFrom(`ticket ${ticketId}`);
  return `${id.slice(0, 14)}4${id.slice(15)}`;
}

async function findQuotes(
  scope: Scope,
  issueId: string,
  theme: { themeId: string; asOf: Date } | null,
): Promise<string[]> {
  const pinned = await findEvidence(scope, issueId);
  const typical = theme ? await findTypicalQuotes(scope, { ...theme, count: MOST_QUOTES }) : [];
  const byId = new Map([...pinned, ...typical].map(({ feedbackId, text }) => [feedbackId, text]));
  const texts = await hideAccountNames(scope, [...byId.values()].slice(0, MOST_QUOTES));
  return texts.map((text) =>
    text.length > MOST_QUOTE_CHARACTERS ? `${text.slice(0, MOST_QUOTE_CHARACTERS)} …` : text,
  );
}
