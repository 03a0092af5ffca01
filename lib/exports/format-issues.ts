import { type CsvCell, formatCsvRow } from '@/lib/core/csv';
import { minorUnitDigits } from '@/lib/core/money';
import { toIssueDocument, toListDocument } from '@/lib/exports/issue-document';
import { ISSUE_COLUMNS, type IssueColumn, toIssueRecord } from '@/lib/impact/issue-record';
import type { PriorityWeights } from '@/lib/impact/priority';
import type { ImpactRun } from '@/lib/impact/queries';
import type { RankedIssue } from '@/lib/issues/find-ranked-issues';
import type { UnrankedIssue } from '@/lib/issues/find-unranked-issues';

/** What an export of the ranked list is made of. */
export interface IssuesExport {
  run: Pick<ImpactRun, 'asOf' | 'computedAt' | 'parameters' | 'totals'>;
  issues: readonly RankedIssue[];
  weights: PriorityWeights;
  /** Issues without a rank, after the others. */
  unranked: readonly UnrankedIssue[];
  workspaceName: string;
  /** A member's name by id. */
  nameOf: (memberId: string) => string;
  /** Tickets of an issue in other systems, by what they are called there. */
  ticketsOf: (issueId: string) => readonly string[];
  /** Address of an issue's page by its id. */
  linkOf: (issueId: string) => string;
}

/** Columns after those of the terminal: the currency of the money, and what people decided. */
const WORK_COLUMNS = ['currency', 'status', 'owner', 'effortDays', 'shippedOn', 'tickets', 'link'] as const;
type WorkColumn = (typeof WORK_COLUMNS)[number];

/** An issue of a file by column; without a rank its figures are empty. */
export type IssueLine = Partial<Record<IssueColumn, CsvCell>> &
  Record<WorkColumn, CsvCell> & { name: string };

/** The issues of an export, the ranked ones first. */
export function toIssueLines(source: IssuesExport): IssueLine[] {
  const { run, issues, unranked } = source;
  const digits = minorUnitDigits(run.totals.currency);
  const work = (issue: RankedIssue | UnrankedIssue): Record<WorkColumn, CsvCell> => ({
    currency: run.totals.currency,
    ...workOf(issue, source),
    tickets: source.ticketsOf(issue.issueId).join(' '),
    link: source.linkOf(issue.issueId),
  });
  return [
    ...issues.map((issue) => ({
      ...toIssueRecord(figuresOf(issue), digits),
      name: issue.title,
      ...work(issue),
    })),
    ...unranked.map((issue) => ({ name: issue.title, ...work(issue) })),
  ];
}

/** The list as a file: the columns of the terminal's issues.csv, then the currency and what people decided. Safe in a spreadsheet. */
export function formatIssuesCsv(source: IssuesExport): string {
  const columns = [...ISSUE_COLUMNS, ...WORK_COLUMNS];
  const rows = toIssueLines(source).map((line) => formatCsvRow(columns.map((column) => line[column])));
  return [formatCsvRow(columns), ...rows].join('');
}

/** The same as JSON for programs: units in the names, and a head that says of which day and with which weights. */
export function formatIssuesJson(source: IssuesExport): string {
  const { run, issues, unranked, weights, workspaceName, linkOf } = source;
  const document = {
    workspace: workspaceName,
    ...toListDocument(run, weights),
    issues: issues.map((issue) => ({
      ...toIssueDocument(issue, run.totals.currency, linkOf(issue.issueId)),
      ...workOf(issue, source),
    })),
    unrankedIssues: unranked.map((issue) => ({
      issueId: issue.issueId,
      name: issue.title,
      ...workOf(issue, source),
      link: linkOf(issue.issueId),
      pinnedStatements: issue.statements,
      accountsOfPinnedStatements: issue.accounts,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function workOf(issue: RankedIssue | UnrankedIssue, { nameOf, ticketsOf }: IssuesExport) {
  return {
    status: issue.status,
    owner: issue.ownerId === null ? null : nameOf(issue.ownerId),
    effortDays: issue.effortDays,
    shippedOn: issue.shippedAt?.toISOString().slice(0, 10) ?? null,
    tickets: ticketsOf(issue.issueId),
  };
}

function figuresOf(issue: RankedIssue) {
  const { churn, revenue } = issue.details;
  return { ...issue, name: issue.title, estimate: churn.estimate, revenue };
}
