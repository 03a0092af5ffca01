import { findAccountFault } from '@/lib/accounts/find-account-fault';
import { compileAccountMapping, compileFeedbackMapping } from '@/lib/ingest/csv/apply-mapping';
import type { AccountRow, FeedbackRow } from '@/lib/ingest/csv/imported-row';
import { hasRequired } from '@/lib/ingest/csv/mapping-problems';
import type { ImportProfile } from '@/lib/ingest/schema';
import { type Draft, type DraftProblem, toChosen } from './mapping-draft';

/** A row of the file as it will be stored, or why it will not be. */
export type PreviewRow =
  | { kind: 'feedback'; row: FeedbackRow }
  | { kind: 'account'; row: AccountRow }
  | { kind: 'refused'; reason: string };

/**
 * The first rows of the file as the draft reads them, without the columns that still wait for an answer; null while the
 * one column is missing without which no row can be read.
 */
export function previewRows(
  draft: Draft,
  problems: DraftProblem[],
  { header, sampleRows, encoding, dialect, layout }: ImportProfile,
): PreviewRow[] | null {
  const open = new Set(problems.map(({ column }) => column));
  const { columns, defaults } = toChosen(draft);
  if (!hasRequired(draft.target, columns)) return null;
  const mapping = {
    target: draft.target,
    encoding: encoding.encoding,
    dialect,
    layout,
    columns: columns.filter(({ column }) => !open.has(column)),
    defaults,
  };
  if (draft.target === 'feedback') {
    const apply = compileFeedbackMapping(mapping, header);
    const readsDates = mapping.columns.some(({ field }) => field === 'occurredAt');
    return sampleRows.map((record) => {
      const mapped = apply(record);
      if ('error' in mapped) return { kind: 'refused', reason: mapped.error };
      // While the column of dates waits for an answer, nobody knows.
      const lacksDate = mapped.ok.occurredAt === null && readsDates;
      return lacksDate
        ? { kind: 'refused', reason: 'the row has no date' }
        : { kind: 'feedback', row: mapped.ok };
    });
  }
  const today = new Date();
  const apply = compileAccountMapping(mapping, header);
  return sampleRows.map((record) => {
    const mapped = apply(record);
    if ('error' in mapped) return { kind: 'refused', reason: mapped.error };
    const fault = findAccountFault(mapped.ok, today);
    return fault ? { kind: 'refused', reason: fault.reason } : { kind: 'account', row: mapped.ok };
  });
}
