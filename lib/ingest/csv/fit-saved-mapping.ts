import type { ColumnProfile } from './columns';
import type { Mapping } from './mapping-schema';

type SavedColumns = Pick<Mapping, 'columns' | 'defaults'>;

/**
 * The mapping saved for an earlier file with this header, fitted to this file; null when a mapped column is not there
 * any more. What the new file proves about its dates and decimals replaces what was saved: a format that was right for
 * the last file is not believed against the values of this one.
 */
export function fitSavedMapping(saved: Mapping, profiles: readonly ColumnProfile[]): SavedColumns | null {
  const profileOf = new Map(profiles.map((profile) => [profile.name, profile]));
  if (!saved.columns.every(({ column }) => profileOf.has(column))) return null;
  const columns = saved.columns.map((column) => {
    const profile = profileOf.get(column.column);
    const options = { ...column.options };
    if (options.dateFormat && profile) options.dateFormat = fitDateFormat(options.dateFormat, profile);
    if (options.decimal && profile?.decimal && profile.decimal !== 'ambiguous')
      options.decimal = profile.decimal;
    return { ...column, options };
  });
  // One day for a whole file belongs to that file alone.
  const { occurredAt: _, ...defaults } = saved.defaults;
  return { columns, defaults };
}

type DateFormat = Mapping['columns'][number]['options']['dateFormat'];

/** Undefined asks again: the saved format cannot read what is there. */
function fitDateFormat(saved: DateFormat, { dates }: ColumnProfile): DateFormat {
  if (dates?.kind === 'found') return dates.format;
  if (dates?.kind !== 'ambiguous') return saved;
  return dates.candidates.some(({ format }) => format === saved) ? saved : undefined;
}
