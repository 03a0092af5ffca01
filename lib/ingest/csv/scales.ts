import type { ColumnProfile } from './columns';

/** A scale with whole numbers at both ends, which are included. */
export interface Scale {
  low: number;
  high: number;
}

/** The scales of the fields that hold a score. */
export const FIELD_SCALES: Readonly<Record<string, Scale>> = {
  npsScore: { low: 0, high: 10 },
  csatScore: { low: 1, high: 5 },
  cesScore: { low: 1, high: 7 },
  rating: { low: 1, high: 5 },
};

const HIGHEST = '(3|4|5|6|7|9|10|100)';
/** "(0-10)", "from 1 to 7", "1 = not at all, 7 = very". */
const BETWEEN = new RegExp(
  `(?<![\\w.-])([01])\\s*(?:-|–|—|to|bis|=[^=]*?)\\s*${HIGHEST}(?![\\w.]|-\\w)`,
  'i',
);
const OUT_OF = new RegExp(`\\bout of ${HIGHEST}\\b`, 'i');
/** "4/5", "4.5 out of 5", "4 stars", "4 of 5 stars". */
const FRACTION = /^(\d{1,3}(?:[.,]\d{1,6})?)\s*(?:\/|out of|of)\s*(5|7|10|100)(?:\s*stars?)?$/i;
const STARS = /^([1-5])\s*stars?$/i;
const SIGNS = /^(★{1,5}|⭐{1,5})☆*$/u;

/** The usual answers to "how satisfied", in English. */
const SATISFACTION = new Map([
  ['very dissatisfied', 1],
  ['dissatisfied', 2],
  ['neutral', 3],
  ['neither satisfied nor dissatisfied', 3],
  ['neither', 3],
  ['satisfied', 4],
  ['very satisfied', 5],
]);

/** The scale that a column's own name states; null where it states none. */
export function scaleInName(name: string): Scale | null {
  const between = BETWEEN.exec(name);
  if (between) return { low: Number(between[1]), high: Number(between[2]) };
  const high = Number(OUT_OF.exec(name)?.[1] ?? Number.NaN);
  if (high) return { low: high >= 10 ? 0 : 1, high };
  return /%|\bper ?cent\b/i.test(name) ? { low: 0, high: 100 } : null;
}

/** A number whose decimals stand behind a point or a comma: a score has no thousands. */
export const readDecimal = (written: string): number => Number(written.replace(',', '.'));

/** A score that states its scale itself, such as "4/5", "4 stars" or "Very satisfied"; null for anything else. */
export function readScaledScore(cell: string): { score: number; high: number } | null {
  const fraction = FRACTION.exec(cell);
  if (fraction) return { score: readDecimal(fraction[1] ?? ''), high: Number(fraction[2]) };
  const stars = STARS.exec(cell)?.[1] ?? SIGNS.exec(cell)?.[1];
  if (stars !== undefined) return { score: Number(stars) || [...stars].length, high: 5 };
  const satisfaction = SATISFACTION.get(cell.toLowerCase().replace(/\s+/g, ' '));
  return satisfaction === undefined ? null : { score: satisfaction, high: 5 };
}

/** The one scale that at least `share` of the values state themselves; null where they do not. */
export function scaleOfValues(values: readonly string[], share: number): Scale | null {
  const stated = values.flatMap((value) => readScaledScore(value) ?? []);
  const [first] = stated;
  if (!first || stated.length < values.length * share) return null;
  // "Neutral" alone says nothing of what it is between.
  if (values.every((value) => /^n/i.test(value))) return null;
  if (stated.some(({ high, score }) => high !== first.high || score > high)) return null;
  return { low: first.high >= 10 ? 0 : 1, high: first.high };
}

/** Whether a column's scores can be on the scale of a field, as far as its name and its values tell. */
export function fitsScale(profile: ColumnProfile, field: string): boolean {
  const wanted = FIELD_SCALES[field];
  if (!wanted) return true;
  const { scale, range } = profile;
  if (scale) return scale.low === wanted.low && scale.high === wanted.high;
  return !range || (range.low >= wanted.low && range.high <= wanted.high);
}

/**
 * The scale that a column of scores states by its name or its values; null where it states none, or holds something else.
 * A score on it is kept with it, whatever the scale.
 */
export function ownScaleOf({ looksLike, scale, range }: ColumnProfile): Scale | null {
  if (!scale || !['score15', 'score010', 'number'].includes(looksLike)) return null;
  const isWithin = range ? range.low >= scale.low && range.high <= scale.high : looksLike !== 'number';
  return isWithin ? scale : null;
}

/** A column of scores whose scale only a person can tell, or one that we hold no field for. */
export interface ScaleDoubt {
  column: string;
  /** The field it is read as; null where it is kept without being read as a score. */
  field: string | null;
  /** What its name states, or its values span. */
  scale: Scale;
  isStated: boolean;
}

/**
 * Columns of scores that may be on another scale than they are read on, and those that are on none that we hold: a mean over
 * the wrong scale would be wrong without a word.
 */
export function findScaleDoubts(
  profiles: readonly ColumnProfile[],
  columns: readonly { field: string; column: string }[],
): ScaleDoubt[] {
  const fieldOf = new Map(columns.map(({ column, field }) => [column, field]));
  return profiles.flatMap((profile): ScaleDoubt[] => {
    const { name: column, scale, range, looksLike } = profile;
    const field = fieldOf.get(column);
    const shown = scale ?? range;
    if (field === undefined || !shown || !['score15', 'score010', 'number'].includes(looksLike)) return [];
    const wanted = FIELD_SCALES[field];
    const doubt = { column, scale: shown, isStated: scale !== undefined };
    if (!wanted) {
      const isAnswer = field === 'answerChoice' || (field === 'custom' && scale !== undefined);
      return isAnswer ? [{ ...doubt, field: null }] : [];
    }
    // Of ten steps nobody takes the upper five, of five nobody the fifth: then they may not have been there.
    const isCutShort = !scale && range !== undefined && range.high <= (wanted.high > 5 ? 5 : 4);
    return isCutShort || !fitsScale(profile, field) ? [{ ...doubt, field }] : [];
  });
}
