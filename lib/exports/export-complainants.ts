import { CSV_MARK, formatCsvRow } from '@/lib/core/csv';
import { conflict } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import type { ExportFile } from '@/lib/exports/export-issues';
import { recordExport } from '@/lib/exports/record-export';
import { PRIORITY_PRESETS } from '@/lib/impact/priority';
import { findComplainants } from '@/lib/issues/find-complainants';
import { getIssue } from '@/lib/issues/get-issue';

/**
 * The people to tell that an issue was fixed, as a file, and a note of who took it.
 * @throws ExpectedError 'not_found' for an unknown issue, 'conflict' for one that has no theme or has not shipped.
 */
export async function exportComplainants(scope: Scope, issueId: string): Promise<ExportFile> {
  return scope.run(async (_db, inner) => {
    const { issue } = await getIssue(inner, issueId, PRIORITY_PRESETS.balanced);
    if (!issue.themeId || !issue.shippedAt) {
      throw conflict('There is nobody to tell yet: the issue has no theme, or it has not shipped.');
    }
    const people = await findComplainants(inner, { themeId: issue.themeId, before: issue.shippedAt });
    await recordExport(inner, {
      kind: 'complainants',
      format: 'csv',
      filters: { issueId },
      rows: people.length,
    });
    const rows = people.map(({ accountName, contactName, email, statements, lastSaidAt }) =>
      formatCsvRow([accountName, contactName, email, statements, lastSaidAt.toISOString().slice(0, 10)]),
    );
    return {
      name: `to-tell-${issue.shippedAt.toISOString().slice(0, 10)}.csv`,
      contentType: 'text/csv; charset=utf-8',
      body: [
        CSV_MARK,
        formatCsvRow(['account', 'contact', 'email', 'statements', 'lastSaidOn']),
        ...rows,
      ].join(''),
    };
  });
}
