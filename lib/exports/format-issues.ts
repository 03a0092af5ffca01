import { type CsvCell, formatCsvRow } from '@/lib/core/csv';
import { minorUnitDigits } from '@/lib/core/money';
import type { ExportedWork } from '@/lib/exports/find-export-work';
import { toIssueDocument, toListDocument } from '@/lib/exports/issue-document';
import { ISSUE_COLUMNS, type IssueColumn, toIssueRecord, toShrunkRatio } from '@/lib/impact/issue-record';
import type { PriorityWeights } from '@/lib/impact/priority';
import type { ImpactRun } from '@/lib/impact/queries';
import type { PointsGain } from '@/lib/issues/find-points-gain';
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
  /** Notes, cost to serve and what the fix did. */
  workOf: (issueId: string) => ExportedWork | null;
  /** Address of an issue's page by its id. */
  linkOf: (issueId: string) => string;
}

/**
 * Columns after those of the terminal: the risk ratio that is counted with, the currency of the money, how sure the rank is (shares 0..1 of the bootstraps), what the
 * problem costs to serve in a year, what people decided, and by how many NPS points a fix helped.
 */
const WORK_COLUMNS = [
  'riskRatioShrunk',
  'currency',
  'issueId',
  'top5Share',
  'top10Share',
  'cases',
  'costToServe',
  'status',
  'owner',
  'effortDays',
  'shippedOn',
  'npsPointsWonBack',
  'npsPointsWonBackLow',
  'npsPointsWonBackHigh',
  'npsAnswersBefore',
  'npsAnswersAfter',
  'notes',
  'tickets',
  'link',
] as const;
const POINT_DIGITS = 2;
type WorkColumn = (typeof WORK_COLUMNS)[number];

/** An issue of a file by column; without a rank its figures are empty. */
export type IssueLine = Partial<Record<IssueColumn, CsvCell>> &
  Record<WorkColumn, CsvCell> & { name: string };

/** The issues of an export, the ranked ones first. */
export function toIssueLines(source: IssuesExport): IssueLine[] {
  const { run, issues, unranked } = source;
  const digits = minorUnitDigits(run.totals.currency);
  const work = (issue: RankedIssue | UnrankedIssue): Record<WorkColumn, CsvCell> => {
    const {
      npsPointsWonBack: points,
      casesLast12Months: cases,
      costToServeLast12MonthsMajorUnits: costToServe,
      ...decided
    } = decidedOf(issue, source);
    return {
      riskRatioShrunk: null,
      currency: run.totals.currency,
      issueId: issue.issueId,
      top5Share: null,
      top10Share: null,
      ...decided,
      ...{ cases, costToServe },
      npsPointsWonBack: points?.value ?? null,
      npsPointsWonBackLow: points?.low95 ?? null,
      npsPointsWonBackHigh: points?.high95 ?? null,
      npsAnswersBefore: points?.answersBefore ?? null,
      npsAnswersAfter: points?.answersAfter ?? null,
      tickets: decided.tickets.join(' '),
      link: source.linkOf(issue.issueId),
    };
  };
  return [
    ...issues.map((issue) => ({
      ...toIssueRecord(figuresOf(issue), digits),
      name: issue.title,
      ...work(issue),
      riskRatioShrunk: toShrunkRatio(issue.details.churn),
      top5Share: issue.details.stability?.top5Share ?? null,
      top10Share: issue.details.stability?.top10Share ?? null,
    })),
    ...unranked.map((issue) => ({ name: issue.title, ...work(issue) })),
  ];
}

/** The list as a file: the columns of the terminal's issues.csv, then {@link WORK_COLUMNS}. Safe in a spreadsheet. */
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
      ...decidedOf(issue, source),
    })),
    unrankedIssues: unranked.map((issue) => ({
      issueId: issue.issueId,
      name: issue.title,
      ...decidedOf(issue, source),
      link: linkOf(issue.issueId),
      pinnedStatements: issue.statements,
      accountsOfPinnedStatements: issue.accounts,
    })),
  };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function decidedOf(issue: RankedIssue | UnrankedIssue, { run, nameOf, ticketsOf, workOf }: IssuesExport) {
  const work = workOf(issue.issueId);
  const digits = minorUnitDigits(run.totals.currency);
  const cents = work?.serveCostCents ?? null;
  return {
    status: issue.status,
    owner: issue.ownerId === null ? null : nameOf(issue.ownerId),
    effortDays: issue.effortDays,
    shippedOn: issue.shippedAt?.toISOString().slice(0, 10) ?? null,
    notes: work?.notes ?? '',
    casesLast12Months: work?.cases ?? null,
    costToServeLast12MonthsMajorUnits: cents === null ? null : cents / 10 ** digits,
    npsPointsWonBack: toPoints(work?.points ?? null),
    tickets: ticketsOf(issue.issueId),
  };
}

function toPoints(points: PointsGain | null) {
  const round = (value: number) => Number(value.toFixed(POINT_DIGITS));
  return (
    points && {
      value: round(points.value),
      low95: round(points.interval.low),
      high95: round(points.interval.high),
      answersBefore: points.before.answers,
      answersAfter: points.after.answers,
    }
  );
}

function figuresOf(issue: RankedIssue) {
  const { churn, revenue } = issue.details;
  return { ...issue, name: issue.title, estimate: churn.estimate, revenue };
}
