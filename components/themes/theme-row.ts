import type { ThemeFigures } from '@/lib/annotations/find-theme-figures';
import type { ImpactDetails } from '@/lib/impact/schema';

/** A theme as the list shows it; `score` is what it does to NPS, over all answers with text. */
export type ThemeRow = ThemeFigures & { overTime: number[]; score: ImpactDetails['score'] };

export const themeSorts = ['name', 'mentions', 'negative', 'change', 'problems', 'nps'] as const;
export type ThemeSort = (typeof themeSorts)[number];
export type SortOrder = 'ascending' | 'descending';

/** The order of a column that one wants first: names from A, the worst effect on NPS, the most of anything else. */
export function firstOrder(sort: ThemeSort): SortOrder {
  return sort === 'name' || sort === 'nps' ? 'ascending' : 'descending';
}

/** Themes by a column; what is unknown comes last either way, and equal ones by comments and name. */
export function sortThemes(rows: readonly ThemeRow[], sort: ThemeSort, order: SortOrder): ThemeRow[] {
  const sign = order === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const tie = b.mentions - a.mentions || a.name.localeCompare(b.name, 'en');
    if (sort === 'name') return sign * a.name.localeCompare(b.name, 'en') || tie;
    const [left, right] = [sortValueOf(a, sort), sortValueOf(b, sort)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || tie;
    return (left === right ? 0 : sign * (left < right ? -1 : 1)) || tie;
  });
}

function sortValueOf(row: ThemeRow, sort: Exclude<ThemeSort, 'name'>): number | null {
  switch (sort) {
    case 'mentions':
      return row.mentions;
    case 'negative':
      return row.mentions === 0 ? null : row.negative / row.mentions;
    case 'problems':
      return row.problems;
    case 'nps':
      return row.score?.impactPoints ?? null;
    case 'change':
      return row.change && (row.change.ratio ?? Number.POSITIVE_INFINITY);
  }
}
