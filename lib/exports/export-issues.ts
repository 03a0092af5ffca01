import { ExpectedError } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { formatIssuesCsv, formatIssuesJson } from '@/lib/exports/format-issues';
import { recordExport } from '@/lib/exports/record-export';
import type { PriorityWeights } from '@/lib/impact/priority';
import { findRankedIssues } from '@/lib/issues/find-ranked-issues';
import { formatWeights } from '@/lib/issues/weights';

export const exportFormats = ['csv', 'json'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** A file ready to be sent. */
export interface ExportFile {
  name: string;
  contentType: string;
  body: string;
}

/**
 * The ranked list under these weights as a file, and a note of who took it.
 * @param baseUrl address of the workspace's screens, `https://…/w/acme`: links lead there
 * @throws ExpectedError 'conflict' before the first ranking.
 */
export async function exportIssues(
  scope: Scope,
  {
    format,
    weights,
    workspace,
    baseUrl,
  }: {
    format: ExportFormat;
    weights: PriorityWeights;
    workspace: { slug: string; name: string };
    baseUrl: string;
  },
): Promise<ExportFile> {
  return scope.run(async (_db, inner) => {
    const list = await findRankedIssues(inner, weights);
    if (!list) throw new ExpectedError('conflict', 'There is no ranked list yet: import feedback first.');
    const source = {
      ...list,
      weights,
      workspaceName: workspace.name,
      linkOf: (issueId: string) => `${baseUrl}/issues/${issueId}`,
    };
    await recordExport(inner, {
      kind: 'issues',
      format,
      filters: { weights: formatWeights(weights) },
      rows: list.issues.length,
    });
    const name = `issues-${workspace.slug}-${list.run.asOf.toISOString().slice(0, 10)}.${format}`;
    return format === 'csv'
      ? { name, contentType: 'text/csv; charset=utf-8', body: formatIssuesCsv(source) }
      : { name, contentType: 'application/json; charset=utf-8', body: formatIssuesJson(source) };
  });
}
