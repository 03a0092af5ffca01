import { hideAccountNames } from '@/lib/accounts/hide-account-names';
import type { Scope } from '@/lib/db/scope';
import { countPortfolios } from '@/lib/impact/portfolio-at-risk';
import type { ImpactDetails, ImpactTotals } from '@/lib/impact/schema';
import { describeFacts } from '@/lib/issues/describe-facts';
import { findEvidence } from '@/lib/issues/find-evidence';
import { findFixEffect } from '@/lib/issues/find-fix-effect';
import { findPointsGain, type PointsGain } from '@/lib/issues/find-points-gain';
import { findRankedIssues } from '@/lib/issues/find-ranked-issues';
import { findTypicalQuotes } from '@/lib/issues/find-typical-quotes';
import { findWeeklyMentions } from '@/lib/issues/find-weekly-mentions';
import type { FixEffectResult } from '@/lib/issues/fix-effect';
import { getIssue } from '@/lib/issues/get-issue';
import type { IssueStatus } from '@/lib/issues/schema';
import { getSetting } from '@/lib/settings/queries';

export const REPORT_WEEKS = 26;
const MOST_QUOTES = 6;
const MOST_ROWS = 20;
const MOST_QUOTE_CHARACTERS = 600;

/** A customer's words as they are stored, redacted; who said them is not told. */
export interface ReportQuote {
  text: string;
  language: string | null;
  channel: string;
  occurredAt: Date;
}

/** One issue for people who are not in the workspace, or hold it on paper: no name of a person or an account is in it. */
export interface IssueReport {
  workspaceName: string;
  title: string;
  status: IssueStatus;
  effortDays: number | null;
  shippedAt: Date | null;
  /** What its fix did to NPS; null where it has not shipped or that is unknown. */
  points: PointsGain | null;
  /** What became of its complaints since it shipped; null where it has not, or its theme was merged away or set aside. */
  fix: FixEffectResult | null;
  /** Null where it has no rank. */
  ranking: {
    /** Names no one; members are led to the rows by it. */
    themeId: string;
    asOf: Date;
    rank: number;
    issues: number;
    currency: string;
    priorityScore: number;
    frequencyScore: number;
    churnScore: number | null;
    impactScore: number | null;
    mentions: number;
    accounts: number;
    revenue: ImpactDetails['revenue'];
    estimate: ImpactDetails['churn']['estimate'];
    /** What rank and ARR at risk count with. */
    shrunkRatio: number;
    /** Statements a week, oldest first. */
    trend: number[];
  } | null;
  facts: string[];
  quotes: ReportQuote[];
}

/** @throws ExpectedError 'not_found' for an unknown issue. */
export async function loadIssueReport(scope: Scope, issueId: string): Promise<IssueReport> {
  const page = await getIssue(scope, issueId, await getSetting(scope, 'rankingWeights'));
  const { issue, run, ranked, issues } = page;
  const evidence = await findEvidence(scope, issueId);
  const typical =
    run && ranked
      ? await findTypicalQuotes(scope, { themeId: ranked.themeId, asOf: run.asOf, count: MOST_QUOTES })
      : [];
  const trends =
    run && ranked
      ? await findWeeklyMentions(scope, { asOf: run.asOf, weeks: REPORT_WEEKS, themeId: ranked.themeId })
      : null;
  const byId = new Map([...evidence, ...typical].map((quote) => [quote.feedbackId, quote]));
  const quotes = [...byId.values()].slice(0, MOST_QUOTES);
  const texts = await hideAccountNames(
    scope,
    quotes.map(({ text }) => text),
  );
  const shipped =
    issue.status === 'shipped' && issue.themeId && issue.shippedAt
      ? { themeId: issue.themeId, shippedAt: issue.shippedAt }
      : null;
  return {
    workspaceName: await findWorkspaceName(scope),
    title: issue.title,
    status: issue.status,
    effortDays: issue.effortDays,
    shippedAt: issue.shippedAt,
    points: shipped && (await findPointsGain(scope, shipped)),
    fix: shipped && (await findFixEffect(scope, shipped)),
    ranking:
      run && ranked
        ? {
            themeId: ranked.themeId,
            asOf: run.asOf,
            rank: ranked.rank,
            issues,
            currency: run.totals.currency,
            priorityScore: ranked.priorityScore,
            frequencyScore: ranked.frequencyScore,
            churnScore: ranked.churnScore,
            impactScore: ranked.impactScore,
            mentions: ranked.mentions,
            accounts: ranked.accounts,
            // Which accounts they are is for members alone.
            revenue: { ...ranked.details.revenue, accounts: [] },
            estimate: ranked.details.churn.estimate,
            shrunkRatio: ranked.details.churn.shrunk.riskRatio,
            trend: trends?.get(ranked.themeId) ?? Array.from({ length: REPORT_WEEKS }, () => 0),
          }
        : null,
    facts: describeFacts({ run, ranked, issues }),
    quotes: quotes.map(({ language, channel, occurredAt }, place) => {
      const text = texts[place] ?? '';
      return {
        text: text.length > MOST_QUOTE_CHARACTERS ? `${text.slice(0, MOST_QUOTE_CHARACTERS)} …` : text,
        ...{ language, channel, occurredAt },
      };
    }),
  };
}

/** The top of the ranked list for people who are not in the workspace. */
export interface ListReport {
  workspaceName: string;
  /** Null before the first ranking. */
  ranking: {
    asOf: Date;
    currency: string;
    totals: ImpactTotals;
    portfolioAccounts: ReturnType<typeof countPortfolios>;
    /** Issues in all; `rows` are the first of them. */
    issues: number;
    rows: {
      /** Name no one; members are led to the rows by them. */
      issueId: string;
      themeId: string;
      rank: number;
      title: string;
      status: IssueStatus;
      effortDays: number | null;
      priorityScore: number;
      mentions: number;
      accounts: number;
      revenue: ImpactDetails['revenue'];
      estimate: ImpactDetails['churn']['estimate'];
      /** What rank and ARR at risk count with. */
      shrunkRatio: number;
    }[];
  } | null;
}

export async function loadListReport(scope: Scope): Promise<ListReport> {
  const list = await findRankedIssues(scope, await getSetting(scope, 'rankingWeights'));
  return {
    workspaceName: await findWorkspaceName(scope),
    ranking: list && {
      asOf: list.run.asOf,
      currency: list.run.totals.currency,
      totals: list.run.totals,
      portfolioAccounts: countPortfolios(list.run.rows.map(({ details }) => details)),
      issues: list.issues.length,
      rows: list.issues.slice(0, MOST_ROWS).map((issue) => ({
        issueId: issue.issueId,
        themeId: issue.themeId,
        rank: issue.rank,
        title: issue.title,
        status: issue.status,
        effortDays: issue.effortDays,
        priorityScore: issue.priorityScore,
        mentions: issue.mentions,
        accounts: issue.accounts,
        revenue: { ...issue.details.revenue, accounts: [] },
        estimate: issue.details.churn.estimate,
        shrunkRatio: issue.details.churn.shrunk.riskRatio,
      })),
    },
  };
}

async function findWorkspaceName(scope: Scope): Promise<string> {
  const { name } = await scope.run((db) =>
    db.workspace.findUniqueOrThrow({ where: { id: scope.workspaceId }, select: { name: true } }),
  );
  return name;
}
