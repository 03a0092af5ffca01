import { CSV_MARK } from '@/lib/core/csv';
import { ExpectedError } from '@/lib/core/errors';
import { actorId, type Scope } from '@/lib/db/scope';
import { findExportedWork } from '@/lib/exports/find-export-work';
import { formatIssuesCsv, formatIssuesJson, type IssuesExport } from '@/lib/exports/format-issues';
import { formatJiraCsv } from '@/lib/exports/format-jira-csv';
import { formatIssuesXlsx } from '@/lib/exports/format-workbook';
import { recordExport } from '@/lib/exports/record-export';
import { findTickets } from '@/lib/exports/trackers/find-tickets';
import { isEmptyFilter } from '@/lib/impact/record-filter';
import { findAllMemberNames } from '@/lib/issues/find-activity';
import { findFilteredIssues, findRankedIssues } from '@/lib/issues/find-ranked-issues';
import { findUnrankedIssues } from '@/lib/issues/find-unranked-issues';
import { formatListQuery, type IssueListState, isListed } from '@/lib/issues/list-query';
import { getSetting } from '@/lib/settings/queries';

/** Files that the list leaves as; `jira` is a CSV for Jira's own import. */
export const exportFormats = ['csv', 'json', 'xlsx', 'jira'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file ready to be sent. */
export interface ExportFile {
  name: string;
  contentType: string;
  body: string | Uint8Array;
}

/**
 * The list as it is narrowed and weighted, as a file, and a note of who took it. Ranks are those among all issues.
 * @param baseUrl address of the workspace's screens, `https://…/w/acme`: links lead there
 * @throws ExpectedError 'conflict' before the first ranking.
 */
export async function exportIssues(
  scope: Scope,
  {
    format,
    list: wanted,
    workspace,
    baseUrl,
  }: {
    format: ExportFormat;
    /** Weights of null are the workspace's own. */
    list: IssueListState;
    workspace: { slug: string; name: string };
    baseUrl: string;
  },
): Promise<ExportFile> {
  return scope.run(async (_db, inner) => {
    const weights = wanted.weights ?? (await getSetting(inner, 'rankingWeights'));
    const list = isEmptyFilter(wanted.filter)
      ? await findRankedIssues(inner, weights)
      : await findFilteredIssues(inner, weights, wanted.filter);
    if (!list) throw new ExpectedError('conflict', 'There is no ranked list yet: import feedback first.');
    const allRanked = list.issues.map(({ issueId }) => issueId);
    // What is not ranked has no accounts that a filter could pick.
    const unranked = isEmptyFilter(wanted.filter) ? await findUnrankedIssues(inner, allRanked) : [];
    const isWanted = (issue: (typeof unranked)[number] | (typeof list.issues)[number]) =>
      isListed(issue, wanted, actorId(scope));
    const [issues, others] = [list.issues.filter(isWanted), unranked.filter(isWanted)];
    const names = await findAllMemberNames(inner);
    const issueIds = [...issues, ...others].map(({ issueId }) => issueId);
    const tickets = await findTickets(inner, issueIds);
    const work = await findExportedWork(inner, issueIds, {
      asOf: isEmptyFilter(wanted.filter) ? list.run.asOf : null,
      currency: list.run.totals.currency,
    });
    const source: IssuesExport = {
      run: list.run,
      issues,
      unranked: others,
      weights,
      workspaceName: workspace.name,
      nameOf: (memberId) => names.get(memberId) ?? memberId,
      ticketsOf: (issueId) =>
        tickets.flatMap((ticket) => (ticket.issueId === issueId && ticket.key ? [ticket.key] : [])),
      workOf: (issueId) => work.get(issueId) ?? null,
      linkOf: (issueId) => `${baseUrl}/issues/${issueId}`,
    };
    await recordExport(inner, {
      kind: 'issues',
      format,
      filters: { query: formatListQuery({ ...wanted, weights }) },
      rows: issues.length + others.length,
    });
    const day = list.run.asOf.toISOString().slice(0, 10);
    return { ...(await formatAs(inner, format, source)), name: fileName(workspace.slug, day, format) };
  });
}

function fileName(slug: string, day: string, format: ExportFormat): string {
  return format === 'jira' ? `issues-${slug}-${day}-jira.csv` : `issues-${slug}-${day}.${format}`;
}

async function formatAs(
  scope: Scope,
  format: ExportFormat,
  source: IssuesExport,
): Promise<Omit<ExportFile, 'name'>> {
  const csv = 'text/csv; charset=utf-8';
  switch (format) {
    case 'csv':
      return { contentType: csv, body: CSV_MARK + formatIssuesCsv(source) };
    case 'jira':
      // Read by Jira, which would take the mark for a part of the first column's name.
      return { contentType: csv, body: formatJiraCsv(source, await getSetting(scope, 'jira')) };
    case 'json':
      return { contentType: 'application/json; charset=utf-8', body: formatIssuesJson(source) };
    case 'xlsx':
      return {
        contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
        body: formatIssuesXlsx(source),
      };
  }
}
