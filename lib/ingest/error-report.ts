import type { Scope } from '@/lib/db/scope';
import { openRedactor, type Redactor } from '@/lib/feedback/open-redactor';
import { mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { formatReportHeader, formatReportRow } from '@/lib/ingest/csv/report';
import { openTable, type Table } from '@/lib/ingest/files/read-table';
import { findImportErrors, type ImportErrorRow } from '@/lib/ingest/find-import-errors';
import { importProfileSchema } from '@/lib/ingest/schema';
import {
  hasErrorReport,
  hasUpload,
  readErrorReport,
  storeErrorReport,
  uploadPath,
} from '@/lib/ingest/upload-store';

const PAGE = 1000;

/**
 * The refused rows of an import as CSV, line by line: where, which column, why, and the row itself with personal data
 * redacted; without the row where its file was gone before the report was kept. Nothing is held in memory but a page.
 */
export function streamErrorReport(scope: Scope, importId: string): AsyncIterable<string> {
  return hasErrorReport(scope, importId)
    ? readErrorReport(scope, importId)
    : composeErrorReport(scope, importId);
}

/** Keeps the report, so that the uploaded file need not be kept for it. Does nothing when no row was refused. */
export async function keepErrorReport(scope: Scope, importId: string): Promise<void> {
  const { errors } = await findImportErrors(scope, importId, { pageLength: 1 });
  if (errors.length > 0) await storeErrorReport(scope, importId, composeErrorReport(scope, importId));
}

async function* composeErrorReport(scope: Scope, importId: string): AsyncGenerator<string> {
  const { workspaceId } = scope;
  const row = await scope.run((db) =>
    db.import.findFirst({ where: { workspaceId, id: importId }, select: { mapping: true, profile: true } }),
  );
  const mapping = mappingSchema.safeParse(row?.mapping);
  const profile = importProfileSchema.safeParse(row?.profile);
  const errors = iterateErrors(scope, importId);
  if (!mapping.success || !profile.success || !hasUpload(scope, importId)) {
    yield formatReportHeader([]);
    for await (const error of errors) yield formatReportRow({ ...error, record: [] });
    return;
  }
  const { header } = profile.data;
  yield formatReportHeader(header);
  const redactor = await openRedactor(scope, { texts: [], contactIds: [] });
  yield* joinRows(errors, openTable(uploadPath(scope, importId), mapping.data, header), redactor);
}

/** Errors and file are both in the order of rows, so one pass finds the row of each. */
async function* joinRows(
  errors: AsyncGenerator<ImportErrorRow>,
  rows: Table,
  { redact }: Redactor,
): AsyncGenerator<string> {
  let next = await errors.next();
  if (next.done) return;
  for await (const { index, record } of rows) {
    if (index < next.value.index) continue;
    yield formatReportRow({ ...next.value, record: record.map((cell) => redact(cell).text) });
    next = await errors.next();
    if (next.done) return;
  }
}

async function* iterateErrors(scope: Scope, importId: string): AsyncGenerator<ImportErrorRow> {
  for (let after: number | null = -1; after !== null; ) {
    const page: Awaited<ReturnType<typeof findImportErrors>> = await findImportErrors(scope, importId, {
      after,
      pageLength: PAGE,
    });
    yield* page.errors;
    after = page.nextAfter;
  }
}
