import type { ColumnProfile } from './columns';
import { REPEATABLE_FIELDS } from './fields';
import type { MappingGuess } from './mapping';
import type { Mapping } from './mapping-schema';

/** What is offered of a saved mapping; `anew` are the columns that it says nothing of, mapped as guessed. */
type SavedColumns = Pick<Mapping, 'columns' | 'defaults'> & { anew: string[] };

/**
 * The mapping saved for an earlier file with this header, fitted to this file; null when a mapped column is not there
 * any more. What the new file proves about its dates and decimals replaces what was saved: a format that was right for
 * the last file is not believed against the values of this one. A column that was empty then and holds something now
 * was never decided on: it is mapped as guessed.
 */
export function fitSavedMapping(
  saved: Mapping,
  profiles: readonly ColumnProfile[],
  guess: Pick<MappingGuess, 'columns'>,
): SavedColumns | null {
  const profileOf = new Map(profiles.map((profile) => [profile.name, profile]));
  if (!saved.columns.every(({ column }) => profileOf.has(column))) return null;
  const columns = saved.columns.map((column) => {
    const profile = profileOf.get(column.column);
    const options = { ...column.options };
    if (options.dateFormat && profile) options.dateFormat = fitDateFormat(options.dateFormat, profile);
    if (options.decimal && profile?.decimal && profile.decimal !== 'ambiguous')
      options.decimal = profile.decimal;
    if (column.field === 'answerChoice' && profile?.listSign) options.listSign = profile.listSign;
    return { ...column, options };
  });
  // One day for a whole file belongs to that file alone.
  const { occurredAt: _, ...defaults } = saved.defaults;
  const added = guessUndecided(saved, profiles, guess);
  return { columns: [...columns, ...added], defaults, anew: added.map(({ column }) => column) };
}

function guessUndecided(
  saved: Mapping,
  profiles: readonly ColumnProfile[],
  guess: Pick<MappingGuess, 'columns'>,
): Mapping['columns'] {
  const decided = new Set([...saved.columns.map(({ column }) => column), ...(saved.leftOut ?? [])]);
  const filled = new Set<string>(saved.columns.map(({ field }) => field));
  const undecided = new Set(
    profiles.flatMap(({ name, looksLike }) => (looksLike === 'empty' || decided.has(name) ? [] : [name])),
  );
  return guess.columns
    .filter(({ column }) => undecided.has(column))
    .map(({ field, column, options }) =>
      filled.has(field) && !REPEATABLE_FIELDS.has(field)
        ? { field: 'custom', column, options: {} }
        : { field, column, options },
    );
}

type DateFormat = Mapping['columns'][number]['options']['dateFormat'];

/** Undefined asks again: the saved format cannot read what is there. */
function fitDateFormat(saved: DateFormat, { dates }: ColumnProfile): DateFormat {
  if (dates?.kind === 'found') return dates.format;
  if (dates?.kind !== 'ambiguous') return saved;
  return dates.candidates.some(({ format }) => format === saved) ? saved : undefined;
}
