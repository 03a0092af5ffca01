import { formatCsvRow, isFormula } from '@/lib/core/csv';
import type { IssuesExport } from '@/lib/exports/format-issues';
import { markerOf } from '@/lib/exports/trackers/ticket-content';
import { priorityStep } from '@/lib/exports/trackers/tracker';
import { describeFacts } from '@/lib/issues/describe-facts';
import type { SettingValue } from '@/lib/settings/schema';

/** The longest title that Jira takes. */
const MOST_LETTERS = 255;
/** The names that Jira's priorities have until somebody changes them. */
const JIRA_PRIORITIES = { high: 'High', medium: 'Medium', low: 'Low' };

/**
 * The list as a file for Jira's own import, fields mapped as the settings say. Several labels are several columns of one name;
 * the last is that by which a ticket is found again, so that none that was imported is made a second time.
 * A title that a spreadsheet would run stands in quotation marks: the apostrophe of other files would stay in Jira. Priorities are
 * those of the settings, else Jira's own, by the same three steps; an issue without a rank has none, and gets Jira's default.
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
      summaryOf(title),
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
        priorityOf(ranked.priorityScore, settings),
        describeFacts({ run, ranked, issues: issues.length }),
      ),
    ),
    ...unranked.map((issue) =>
      row(issue.issueId, issue.title, '', describeFacts({ run: null, ranked: null, issues: issues.length })),
    ),
  ].join('');
}

function summaryOf(title: string): string {
  const line = title.replace(/\s+/g, ' ').trim();
  return isFormula(line) ? `“${line.slice(0, MOST_LETTERS - 2)}”` : line.slice(0, MOST_LETTERS);
}

function priorityOf(score: number, { priorities }: SettingValue<'jira'>): string {
  const step = priorityStep(score);
  return priorities[step] || JIRA_PRIORITIES[step];
}
