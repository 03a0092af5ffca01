import { formatCsvRow } from '@/lib/core/csv';
import { minorUnitDigits } from '@/lib/core/money';
import { isChurnLinked } from '@/lib/impact/churn-link';
import { ISSUE_COLUMNS, toIssueRecord } from '@/lib/impact/issue-record';
import type { PriorityWeights } from '@/lib/impact/priority';
import type { ImpactRun } from '@/lib/impact/queries';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';

/** What an export of the ranked list is made of. */
export interface IssuesExport {
  run: Pick<ImpactRun, 'asOf' | 'computedAt' | 'parameters' | 'totals'>;
  issues: readonly RankedIssue[];
  weights: PriorityWeights;
  workspaceName: string;
  /** Address of an issue's page by its id. */
  linkOf: (issueId: string) => string;
}

/** The ranked list as a file: the columns of the terminal's issues.csv, then status and link. Safe in a spreadsheet. */
export function formatIssuesCsv({ run, issues, linkOf }: IssuesExport): string {
  const digits = minorUnitDigits(run.totals.currency);
  const rows = issues.map((issue) => {
    const record = toIssueRecord(figuresOf(issue), digits);
    return formatCsvRow([
      ...ISSUE_COLUMNS.map((column) => record[column]),
      issue.status,
      linkOf(issue.issueId),
    ]);
  });
  return [formatCsvRow([...ISSUE_COLUMNS, 'status', 'link']), ...rows].join('');
}

/** The same as JSON for programs: units in the names, and a head that says of which day and with which weights. */
export function formatIssuesJson({ run, issues, weights, workspaceName, linkOf }: IssuesExport): string {
  const { totals, parameters } = run;
  const digits = minorUnitDigits(totals.currency);
  const document = {
    workspace: workspaceName,
    asOf: run.asOf.toISOString().slice(0, 10),
    computedAt: run.computedAt.toISOString(),
    currency: totals.currency,
    weights,
    parameters: { exposureWindowDays: parameters.windowDays, lagDays: parameters.lagDays },
    totals: {
      accounts: totals.accounts,
      accountsAtRiskMonths: totals.panelAccounts,
      churnedAccounts: totals.churnedAccounts,
      accountsWithoutCurrencyRate: totals.accountsWithoutRate,
      hasChurn: totals.hasChurn,
      accountsWithKnownArr: totals.accountsWithArr,
      portfolioArrAtRiskMajorUnits:
        totals.portfolioAtRiskCents === null ? null : totals.portfolioAtRiskCents / 10 ** digits,
    },
    issues: issues.map((issue) => {
      const record = toIssueRecord(figuresOf(issue), digits);
      return {
        rank: record.rank,
        issueId: issue.issueId,
        themeId: record.themeId,
        name: record.name,
        status: issue.status,
        link: linkOf(issue.issueId),
        priorityScore0To100: record.priorityScore,
        frequencyScore0To100: record.frequencyScore,
        churnScore0To100: record.churnScore,
        impactScore0To100: record.impactScore,
        accountsWithProblem: record.accounts,
        problemMentions: record.mentions,
        problemMentionsWithoutAccount: issue.details.mentionsWithoutAccount,
        churnRiskRatio: record.riskRatio,
        churnRiskRatioLow95: record.riskRatioLow,
        churnRiskRatioHigh95: record.riskRatioHigh,
        churnQValue: record.qValue,
        isAssociatedWithChurn: isChurnLinked(issue.details.churn),
        exposedAccountsNow: issue.details.revenue.exposedAccounts,
        exposedAccountsWithKnownArr: issue.details.revenue.accountsWithArr,
        exposedArrMajorUnits: record.exposedArr,
        arrAtRisk12MonthsMajorUnits: record.arrAtRisk,
        arrAtRisk12MonthsLow95MajorUnits: record.arrAtRiskLow,
        arrAtRisk12MonthsHigh95MajorUnits: record.arrAtRiskHigh,
        top5ShareOfBootstraps: issue.details.stability?.top5Share ?? null,
        top10ShareOfBootstraps: issue.details.stability?.top10Share ?? null,
      };
    }),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function figuresOf(issue: RankedIssue) {
  const { churn, revenue } = issue.details;
  return { ...issue, name: issue.title, estimate: churn.estimate, revenue };
}
