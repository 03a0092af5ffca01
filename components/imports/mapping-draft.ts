import { type ImportTarget, REPEATABLE_FIELDS } from '@/lib/ingest/csv/fields';
import { findDateProblem, findMappingProblems } from '@/lib/ingest/csv/mapping-problems';
import type { Mapping } from '@/lib/ingest/csv/mapping-schema';
import type { ImportProfile } from '@/lib/ingest/schema';

export type ColumnOptions = Mapping['columns'][number]['options'];

/** A column of the file as the mapping screen holds it; `skip` leaves it out. */
export interface DraftColumn {
  column: string;
  field: string;
  options: ColumnOptions;
}

export interface Draft {
  target: ImportTarget;
  columns: DraftColumn[];
  defaults: Mapping['defaults'];
}

/** Something that keeps the import from starting, and the column it is about. */
export interface DraftProblem {
  column: string | null;
  message: string;
}

/** Where the mapping screen begins: the mapping saved for this header, else the guess. Every column of the file is there. */
export function makeDraft(target: ImportTarget, profile: ImportProfile): Draft {
  const known = profile.saved?.columns ?? profile.guess.columns;
  const byName = new Map(known.map(({ column, field, options }) => [column, { field, options }]));
  return {
    target,
    columns: profile.header.map((column) => ({
      column,
      ...(byName.get(column) ?? { field: 'skip', options: {} }),
    })),
    defaults: profile.saved?.defaults ?? {},
  };
}

/** The draft as the server takes it. */
export function toChosen({ columns, defaults }: Draft): Pick<Mapping, 'columns' | 'defaults'> {
  return { columns: columns.filter(({ field }) => field !== 'skip'), defaults };
}

/** What is still missing. */
export function findDraftProblems(draft: Draft): DraftProblem[] {
  const mapping = { target: draft.target, ...toChosen(draft) };
  const problems: DraftProblem[] = findMappingProblems(mapping).map(({ column, message }) => ({
    column: column === null ? null : (mapping.columns[column]?.column ?? null),
    message,
  }));
  const dateProblem = findDateProblem(mapping);
  return dateProblem ? [...problems, { column: null, message: dateProblem }] : problems;
}

/**
 * The draft with another field for one column. What the file proves about its values comes with it, and a field that
 * another column filled is taken from there: a field is filled once.
 */
export function assignField(draft: Draft, profile: ImportProfile, column: string, field: string): Draft {
  const isSingle = field !== 'skip' && field !== 'custom' && !REPEATABLE_FIELDS.has(field);
  return {
    ...draft,
    columns: draft.columns.map((each) => {
      if (each.column === column)
        return { ...each, field, options: provenOptions(profile, { ...each, field }) };
      return isSingle && each.field === field ? { ...each, field: 'custom', options: {} } : each;
    }),
  };
}

function provenOptions(profile: ImportProfile, { column, field, options }: DraftColumn): ColumnOptions {
  const found = profile.columns.find(({ name }) => name === column);
  return {
    ...(found?.dates?.kind === 'found' ? { dateFormat: found.dates.format } : {}),
    ...(found?.decimal && found.decimal !== 'ambiguous' ? { decimal: found.decimal } : {}),
    ...(field === 'answerChoice' && found?.listSign ? { listSign: found.listSign } : {}),
    ...(field === 'scaleScore' && (found?.scale ?? found?.range)
      ? { scale: found.scale ?? found.range }
      : {}),
    ...options,
  };
}
