import { invalid } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { profileColumns } from '@/lib/ingest/csv/columns';
import { scanEncoding } from '@/lib/ingest/csv/encoding';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import { fitSavedMapping } from '@/lib/ingest/csv/fit-saved-mapping';
import { headerKey } from '@/lib/ingest/csv/header-key';
import { guessMapping } from '@/lib/ingest/csv/mapping';
import { mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { type CsvPreview, previewCsv } from '@/lib/ingest/csv/preview';
import { sniffBinary } from '@/lib/ingest/csv/sniff-binary';
import type { FileFormat, ImportProfile } from '@/lib/ingest/schema';
import { readUpload, readUploadHead } from '@/lib/ingest/upload-store';

const HEAD_BYTES = 1024 * 1024;
/** A head in which not even one row ends is read again up to here. */
const LONG_HEAD_BYTES = 16 * 1024 * 1024;
const PROFILED_ROWS = 1000;
const SAMPLE_ROWS = 10;
/** Texts of the sample are cut for the screen; whether a row can be imported does not hang on what is behind. */
const SAMPLE_CHARS = 1000;

/**
 * Reads what an uploaded file says about itself: encoding of the whole file, dialect, columns from up to 1,000 rows,
 * and which fields they fill. What a person has set goes into `chosen`.
 * @throws ExpectedError when it is no CSV or has no rows.
 */
export async function examineUpload(
  scope: Scope,
  importId: string,
  target: ImportTarget,
  chosen: FileFormat | null = null,
): Promise<ImportProfile> {
  const { preview, rows } = await readPreview(scope, importId, chosen);
  if (rows.count === 0) {
    throw invalid(
      `The file has column names (${preview.header.slice(0, 5).join(', ')}) but no rows below them.`,
    );
  }
  const columns = profileColumns(preview.header, preview.rows.slice(0, PROFILED_ROWS));
  return {
    encoding: preview.encoding,
    dialect: preview.dialect,
    header: preview.header,
    sampleRows: preview.rows
      .slice(0, SAMPLE_ROWS)
      .map((row) => row.map((cell) => cell.slice(0, SAMPLE_CHARS))),
    columns: columns.map((column) => ({
      ...column,
      examples: column.examples.map((example) => example.slice(0, SAMPLE_CHARS)),
    })),
    guess: guessMapping(columns, target),
    saved: await findSavedMapping(scope, target, preview.header, columns),
    rows,
  };
}

async function readPreview(scope: Scope, importId: string, chosen: FileFormat | null) {
  const encoding = chosen
    ? { encoding: chosen.encoding, confidence: 'certain' as const, why: 'you chose it' }
    : await scanEncoding(readUpload(scope, importId));
  for (const maxBytes of [HEAD_BYTES, LONG_HEAD_BYTES]) {
    const { head, isWholeFile, fileBytes } = await readUploadHead(scope, importId, maxBytes);
    const binary = sniffBinary(head);
    if (binary)
      throw invalid(`This is ${binary}, not a CSV file. Save or export it as CSV and drop that file.`);
    const found = previewCsv(head, { isWholeFile, chosen: { encoding } });
    const preview = chosen ? previewChosen(head, isWholeFile, found, chosen) : found;
    const count = isWholeFile
      ? preview.rows.length
      : Math.round((preview.rows.length * fileBytes) / Math.max(1, head.length));
    if (count > 0 || isWholeFile) return { preview, rows: { count, isExact: isWholeFile } };
  }
  throw invalid('The first row of this file does not end within 16 MB. Is a quotation mark left open?');
}

function previewChosen(
  head: Uint8Array,
  isWholeFile: boolean,
  found: CsvPreview,
  chosen: FileFormat,
): CsvPreview {
  const { delimiter, hasHeader } = chosen;
  const subHeaderRows = hasHeader ? found.dialect.subHeaderRows : 0;
  const dialect = { ...found.dialect, delimiter, hasHeader, subHeaderRows };
  return previewCsv(head, { isWholeFile, chosen: { encoding: found.encoding, dialect } });
}

async function findSavedMapping(
  scope: Scope,
  target: ImportTarget,
  header: string[],
  columns: ImportProfile['columns'],
): Promise<ImportProfile['saved']> {
  const { workspaceId } = scope;
  const row = await scope.run((db) =>
    db.savedMapping.findUnique({
      where: { workspaceId_target_headerKey: { workspaceId, target, headerKey: headerKey(header) } },
    }),
  );
  const saved = mappingSchema.safeParse(row?.mapping);
  return saved.success ? fitSavedMapping(saved.data, columns) : null;
}
