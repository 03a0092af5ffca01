import { invalid } from '@/lib/core/errors';
import { formatCount } from '@/lib/core/format';
import type { Scope } from '@/lib/db/scope';
import { type ColumnProfile, profileColumns } from '@/lib/ingest/csv/columns';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import { fitSavedMapping } from '@/lib/ingest/csv/fit-saved-mapping';
import { headerKey } from '@/lib/ingest/csv/header-key';
import { type GuessedColumn, guessMapping, type MappingGuess } from '@/lib/ingest/csv/mapping';
import { mappingSchema } from '@/lib/ingest/csv/mapping-schema';
import { guessSurveyMapping } from '@/lib/ingest/files/guess-survey';
import type { Layout } from '@/lib/ingest/files/layout';
import { MAIL_FIELDS } from '@/lib/ingest/files/mail-rows';
import { previewTable } from '@/lib/ingest/files/preview-table';
import { recogniseExport, type SurveyExport } from '@/lib/ingest/files/survey-exports';
import { findUnnamedSurvey, type UnnamedSurvey } from '@/lib/ingest/files/unnamed-survey';
import type { FileFormat, ImportProfile } from '@/lib/ingest/schema';
import { hashUpload, uploadPath } from '@/lib/ingest/upload-store';

const PROFILED_ROWS = 1000;
const SAMPLE_ROWS = 10;
/** Texts of the sample are cut for the screen; whether a row can be imported does not hang on what is behind. */
const SAMPLE_CHARS = 1000;

/**
 * Reads what an uploaded file says about itself: what it is, how it is written, columns from up to 1,000 rows,
 * and which fields they fill. What a person has set goes into `chosen`.
 * @throws ExpectedError when it cannot be read or has no rows.
 */
export async function examineUpload(
  scope: Scope,
  importId: string,
  target: ImportTarget,
  chosen: FileFormat | null = null,
): Promise<ImportProfile> {
  const preview = await previewTable(uploadPath(scope, importId), chosen);
  const { layout, rowCount: rows } = preview;
  if (preview.rows.length === 0) {
    if (preview.header.every((name) => name.trim() === ''))
      throw invalid('The file has nothing but empty lines.');
    throw invalid(
      `The file has column names (${preview.header.slice(0, 5).join(', ')}) but no rows below them${preview.unreadable > 0 ? ' that can be read' : ''}.`,
    );
  }
  const columns = profileColumns(preview.header, preview.rows.slice(0, PROFILED_ROWS));
  const survey = target === 'feedback' ? recogniseExport(preview.header) : null;
  const plain = guess(columns, target, { layout, survey });
  const unnamed =
    target === 'feedback' && !survey && layout.kind !== 'mail'
      ? findUnnamedSurvey(columns, plain.columns)
      : null;
  const guessed = unnamed ? guessSurveyMapping(columns, unnamed) : plain;
  return {
    encoding: preview.encoding,
    dialect: preview.dialect,
    layout,
    tool: survey?.tool ?? null,
    note: [preview.note, unnamed && describeSurvey(unnamed)].filter(Boolean).join(' ') || null,
    sha256: await hashUpload(scope, importId),
    header: preview.header,
    sampleRows: preview.rows
      .slice(0, SAMPLE_ROWS)
      .map((row) => row.map((cell) => cell.slice(0, SAMPLE_CHARS))),
    columns: columns.map((column) => ({
      ...column,
      examples: column.examples.map((example) => example.slice(0, SAMPLE_CHARS)),
    })),
    guess: guessed,
    saved: await findSavedMapping(scope, preview.header, columns, guessed),
    rows: {
      ...rows,
      unreadable: preview.unreadable,
      profiled: Math.min(preview.rows.length, PROFILED_ROWS),
    },
  };
}

function guess(
  columns: ColumnProfile[],
  target: ImportTarget,
  { layout, survey }: { layout: Layout; survey: SurveyExport | null },
): MappingGuess {
  if (layout.kind === 'mail' && target === 'feedback') return guessMail(columns);
  return survey ? guessSurveyMapping(columns, survey) : guessMapping(columns, target);
}

function describeSurvey({ openQuestions, ratings }: UnnamedSurvey): string {
  const asked = [
    openQuestions > 0 ? formatCount(openQuestions, 'open question') : null,
    ratings > 0 ? formatCount(ratings, 'rating') : null,
  ].filter(Boolean);
  return `It looks like a survey with ${asked.join(' and ')}: each row is one response, each column a question of it.`;
}

/** Of messages nothing is to be guessed. */
function guessMail(columns: ColumnProfile[]): MappingGuess {
  const mapped = columns.flatMap(({ name, looksLike }): GuessedColumn[] => {
    const field = MAIL_FIELDS[name];
    if (!field || looksLike === 'empty') return [];
    const options = field === 'occurredAt' ? { dateFormat: 'year-month-day' as const } : {};
    return [{ field, column: name, options, confidence: 1, reason: 'messages say so themselves' }];
  });
  return { target: 'feedback', columns: mapped, questions: [] };
}

async function findSavedMapping(
  scope: Scope,
  header: string[],
  columns: ImportProfile['columns'],
  guessed: MappingGuess,
): Promise<ImportProfile['saved']> {
  const { target } = guessed;
  const { workspaceId } = scope;
  const row = await scope.run((db) =>
    db.savedMapping.findUnique({
      where: { workspaceId_target_headerKey: { workspaceId, target, headerKey: headerKey(header) } },
    }),
  );
  const saved = mappingSchema.safeParse(row?.mapping);
  return saved.success ? fitSavedMapping(saved.data, columns, guessed) : null;
}
