import type { Scope } from '@/lib/db/scope';
import { openRedactor } from '@/lib/feedback/open-redactor';
import type { ImportProfile } from '@/lib/ingest/schema';

/** Fields that hold what somebody wrote. */
const WRITTEN: ReadonlySet<string> = new Set(['text', 'title', 'answerText', 'answerChoice', 'url']);
const ONE_MARK = /^\[[a-z]+\]$/;

/**
 * A profile whose sample of the file shows texts as they will be stored, for it waits in the database until a person has looked
 * at the columns. Columns that were recognised as something else than a text stay: names and addresses of contacts are kept
 * as such. Of a column that was not recognised, a cell that is personal data as a whole stays too: it may be theirs.
 */
export async function redactSamples(scope: Scope, profile: ImportProfile): Promise<ImportProfile> {
  const fieldOf = new Map(profile.guess.columns.map(({ column, field }) => [column, field]));
  const texts = profile.sampleRows.flat();
  const { redact } = await openRedactor(scope, { texts, contactIds: [] });
  const show = (name: string | undefined, cell: string): string => {
    const field = fieldOf.get(name ?? '') ?? 'custom';
    if (field !== 'custom' && !WRITTEN.has(field)) return cell;
    const { text } = redact(cell);
    return field === 'custom' && ONE_MARK.test(text) ? cell : text;
  };
  return {
    ...profile,
    sampleRows: profile.sampleRows.map((row) => row.map((cell, at) => show(profile.header[at], cell))),
    columns: profile.columns.map((column) => ({
      ...column,
      examples: column.examples.map((example) => show(column.name, example)),
    })),
  };
}
