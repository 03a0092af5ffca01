/** What a discovery would change, by how its groups of sentences and today's themes overlap. */
export interface Difference {
  kind: 'new_theme' | 'growth' | 'split' | 'drift';
  /** The theme of today it is about; null for a new one. */
  themeId: string | null;
  /** Position of the group that was found. */
  group: number;
  /** Sentences of the group, of the theme today, and of the group without any theme today. */
  found: number;
  today: number | null;
  untagged: number;
  /** Sentences of the group by the theme they have today, the most first. */
  overlap: { themeId: string; spans: number }[];
}

/** A group is new when at least this share of it has no theme today. */
const NEW_SHARE = 0.5;
/**
 * Or when at least so much of it has none, and the rest is strewn over many themes, none of which holds this share of it: a
 * classifier that has never seen a matter sees a little of everything in it. Of 800 app reviews and then 450 texts of a bank, groups of
 * the bank had 34 % or more without a theme and 23 % or less in one; groups of known matter 18 % at most, and 30 % at least.
 */
const STREWN_UNTAGGED_SHARE = 0.2;
const STREWN_SHARE = 0.25;
/** A group stands for the theme that at least this share of it has today. */
const SAME_SHARE = 0.4;
/** And a theme splits when a second group holds at least this share of it. */
const SPLIT_SHARE = 0.25;
/** A theme grows when its group is so many times as large. */
const GROWTH = 1.5;
/** And drifts when its group holds less than this share of it. */
const KEPT_SHARE = 0.5;
/** Fewer sentences than this, or than this share of all, change nobody's taxonomy. */
const FEWEST = 5;
const SMALLEST_SHARE = 0.002;

/**
 * Compares the groups that a discovery found with today's themes, by the sentences themselves: it needs to know nothing of
 * how either came about. Groups as they are today give no difference.
 * @param groupOf the group of each sentence, -1 for none
 * @param themesOf the themes of each sentence today
 */
export function compareTaxonomies(
  groupOf: readonly number[],
  themesOf: readonly (readonly string[])[],
): Difference[] {
  const fewest = Math.max(FEWEST, Math.round(groupOf.length * SMALLEST_SHARE));
  const sizes = new Map<number, number>();
  const untagged = new Map<number, number>();
  const themeSizes = new Map<string, number>();
  const shared = new Map<number, Map<string, number>>();
  groupOf.forEach((group, sentence) => {
    const themes = themesOf[sentence] ?? [];
    for (const theme of themes) add(themeSizes, theme);
    if (group < 0) return;
    add(sizes, group);
    if (themes.length === 0) add(untagged, group);
    const row = shared.get(group) ?? new Map<string, number>();
    shared.set(group, row);
    for (const theme of themes) add(row, theme);
  });
  const groups = [...sizes]
    .filter(([, size]) => size >= fewest)
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .map(([group, found]) => ({
      group,
      found,
      untagged: untagged.get(group) ?? 0,
      overlap: Array.from(shared.get(group) ?? [], ([themeId, spans]) => ({ themeId, spans })).sort(
        (a, b) => b.spans - a.spans || (a.themeId < b.themeId ? -1 : 1),
      ),
    }));
  const mainOf = findMainGroups(groups, themeSizes);
  return groups.flatMap((group): Difference[] => {
    const [most] = group.overlap;
    const today = most ? (themeSizes.get(most.themeId) ?? 0) : 0;
    const about = (kind: Difference['kind']) => [{ ...group, kind, themeId: most?.themeId ?? null, today }];
    if (!most || group.untagged >= NEW_SHARE * group.found) {
      // Mostly untagged, yet the only counterpart of a theme: that theme has grown.
      if (most && mainOf.get(most.themeId) === group.group) return about('growth');
      return [{ ...group, kind: 'new_theme', themeId: null, today: null }];
    }
    if (isStrewn(group, most.spans)) return [{ ...group, kind: 'new_theme', themeId: null, today: null }];
    if (most.spans < SAME_SHARE * group.found) return [];
    if (mainOf.get(most.themeId) !== group.group) {
      return most.spans >= Math.max(fewest, SPLIT_SHARE * today) ? about('split') : [];
    }
    if (group.found >= GROWTH * today) return about('growth');
    return most.spans < KEPT_SHARE * today && !isSplit(groups, mainOf, most.themeId, today)
      ? about('drift')
      : [];
  });
}

type Group = Pick<Difference, 'group' | 'found' | 'untagged' | 'overlap'>;

const isStrewn = ({ found, untagged }: Group, most: number): boolean =>
  untagged >= STREWN_UNTAGGED_SHARE * found && most < STREWN_SHARE * found;

/** The group that holds the most of each theme, where that is a fair part of it. */
function findMainGroups(
  groups: readonly Group[],
  themeSizes: ReadonlyMap<string, number>,
): Map<string, number> {
  const best = new Map<string, { group: number; spans: number }>();
  for (const { group, overlap } of groups) {
    for (const { themeId, spans } of overlap) {
      if (spans < SPLIT_SHARE * (themeSizes.get(themeId) ?? 0)) continue;
      if (spans > (best.get(themeId)?.spans ?? 0)) best.set(themeId, { group, spans });
    }
  }
  return new Map(Array.from(best, ([themeId, { group }]) => [themeId, group]));
}

/** Whether what a theme lost went to a group that is proposed as a split: then it has not drifted. */
function isSplit(
  groups: readonly Group[],
  mainOf: ReadonlyMap<string, number>,
  themeId: string,
  today: number,
): boolean {
  return groups.some(
    ({ group, overlap: [most] }) =>
      most?.themeId === themeId && mainOf.get(themeId) !== group && most.spans >= SPLIT_SHARE * today,
  );
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
