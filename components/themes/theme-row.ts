import type { MentionFigures, OverTime, TreeFigures } from '@/lib/annotations/find-theme-figures';
import type { ShownScore } from '@/lib/impact/schema';

/** A theme as the tree shows it; `score` is what it does to NPS, over all answers with text. */
export type ThemeRow = TreeFigures & { score: ShownScore | null };

/** A row with its place in the tree. */
export type PlacedRow = ThemeRow & { level: 1 | 2; children: number };

export const themeSorts = ['name', 'mentions', 'negative', 'change', 'problems', 'nps'] as const;
export type ThemeSort = (typeof themeSorts)[number];
export type SortOrder = 'ascending' | 'descending';

/** The figures that a row shows: those of the whole branch where it has sub-themes. */
export function shownFigures(row: ThemeRow): MentionFigures & OverTime {
  return row.branch ?? row;
}

/** The order of a column that one wants first: names from A, the worst effect on NPS, the most of anything else. */
export function firstOrder(sort: ThemeSort): SortOrder {
  return sort === 'name' || sort === 'nps' ? 'ascending' : 'descending';
}

/** Themes by a column, sub-themes under their theme by the same column. */
export function placeThemes(rows: readonly ThemeRow[], sort: ThemeSort, order: SortOrder): PlacedRow[] {
  const isListed = new Set(rows.map(({ themeId }) => themeId));
  const under = (themeId: string | null) =>
    rows.filter(({ parentId }) => (parentId && isListed.has(parentId) ? parentId : null) === themeId);
  return sortThemes(under(null), sort, order).flatMap((row) => {
    const children = sortThemes(under(row.themeId), sort, order);
    return [
      { ...row, level: 1 as const, children: children.length },
      ...children.map((child) => ({ ...child, level: 2 as const, children: 0 })),
    ];
  });
}

/** Themes by a column; what is unknown comes last either way, and equal ones by comments and name. */
export function sortThemes(rows: readonly ThemeRow[], sort: ThemeSort, order: SortOrder): ThemeRow[] {
  const sign = order === 'ascending' ? 1 : -1;
  return [...rows].sort((a, b) => {
    const tie = shownFigures(b).mentions - shownFigures(a).mentions || a.name.localeCompare(b.name, 'en');
    if (sort === 'name') return sign * a.name.localeCompare(b.name, 'en') || tie;
    const [left, right] = [sortValueOf(a, sort), sortValueOf(b, sort)];
    if (left === null || right === null) return Number(left === null) - Number(right === null) || tie;
    return (left === right ? 0 : sign * (left < right ? -1 : 1)) || tie;
  });
}

function sortValueOf(row: ThemeRow, sort: Exclude<ThemeSort, 'name'>): number | null {
  const figures = shownFigures(row);
  switch (sort) {
    case 'mentions':
      return figures.mentions;
    case 'negative':
      return figures.mentions === 0 ? null : figures.negative / figures.mentions;
    case 'problems':
      return figures.problems;
    case 'nps':
      return row.score?.impactPoints ?? null;
    case 'change':
      return figures.change && (figures.change.ratio ?? Number.POSITIVE_INFINITY);
  }
}
