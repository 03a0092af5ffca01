import { formatCsvRow } from '@/lib/core/csv';
import type { IssuesExport } from '@/lib/exports/format-issues';
import { markerOf } from '@/lib/exports/trackers/ticket-content';
import { priorityStep } from '@/lib/exports/trackers/tracker';
import { describeFacts } from '@/lib/issues/describe-facts';
import type { SettingValue } from '@/lib/settings/schema';

/**
 * The list as a file for Jira's own import, fields mapped as the settings say. Several labels are several columns of one name;
 * the last is that by which a ticket is found again, so that none that was imported is made a second time.
 * Source: support.atlassian.com, prepare and structure your CSV file
 */
export function formatJiraCsv(source: IssuesExport, settings: SettingValue<'jira'>): string {
  const { run, issues, unranked, linkOf } = source;
  const head = [
    'Summary',
    'Issue Type',
    'Priority',
    'Description',
    ...settings.labels.map(() => 'Labels'),
    'Labels',
    'Date Created',
  ];
  const created = `${run.asOf.toISOString().slice(0, 10)} 00:00:00`;
  const row = (issueId: string, title: string, priority: string, facts: string[]) =>
    formatCsvRow([
      title.replace(/\s+/g, ' ').slice(0, 255),
      settings.issueType,
      priority,
      [...facts, linkOf(issueId)].join('\n\n'),
      ...settings.labels,
      markerOf(issueId),
      created,
    ]);
  return [
    formatCsvRow(head),
    ...issues.map((ranked) =>
      row(
        ranked.issueId,
        ranked.title,
        settings.priorities[priorityStep(ranked.priorityScore)],
        describeFacts({ run, ranked, issues: issues.length }),
      ),
    ),
    ...unranked.map((issue) =>
      row(issue.issueId, issue.title, '', describeFacts({ run: null, ranked: null, issues: issues.length })),
    ),
  ].join('');
}
