import { formatCsvRow } from '@/lib/core/csv';
import { minorUnitDigits } from '@/lib/core/money';
import { toIssueDocument, toListDocument } from '@/lib/exports/issue-document';
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
  const document = {
    workspace: workspaceName,
    ...toListDocument(run, weights),
    issues: issues.map((issue) => toIssueDocument(issue, run.totals.currency, linkOf(issue.issueId))),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function figuresOf(issue: RankedIssue) {
  const { churn, revenue } = issue.details;
  return { ...issue, name: issue.title, estimate: churn.estimate, revenue };
}
