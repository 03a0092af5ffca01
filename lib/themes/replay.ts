import type { Decision, Steering } from '@/lib/themes/decision';
import { resolveMerges } from '@/lib/themes/resolve-merges';

/** A theme as its row has it. */
export interface ThemeState extends Steering {
  id: string;
  name: string;
  parentId: string | null;
  splitFromId: string | null;
  mergedIntoId: string | null;
  lockedAt: Date | null;
  excludedAt: Date | null;
  withdrawnAt: Date | null;
}

export type MadeDecision = Decision & { themeId: string; decidedAt: Date; undoneAt: Date | null };

/**
 * What holds of every theme by all decisions together, those undone left out. The newest word about a name, place or
 * rule holds; without any, what was there before the first. Decisions come in the order they were made.
 */
export function replayDecisions(
  themes: readonly ThemeState[],
  decisions: readonly MadeDecision[],
): ThemeState[] {
  const ofTheme = new Map<string, MadeDecision[]>();
  for (const decision of decisions) {
    ofTheme.set(decision.themeId, [...(ofTheme.get(decision.themeId) ?? []), decision]);
  }
  const alone = themes.map((theme) => replayOne(theme, ofTheme.get(theme.id) ?? []));
  const merges = decisions.flatMap((decision) =>
    decision.action === 'merge' && !decision.undoneAt
      ? [{ themeId: decision.themeId, intoId: decision.payload.intoId }]
      : [],
  );
  const merged = new Set(merges.map(({ themeId }) => themeId));
  // What was split off in error is a part of what it came from again.
  const rejoined = alone.flatMap(({ id, splitFromId, withdrawnAt }) =>
    splitFromId && withdrawnAt && !merged.has(id) ? [{ themeId: id, intoId: splitFromId }] : [],
  );
  const headOf = resolveMerges([...merges, ...rejoined]);
  return alone.map((theme) => ({ ...theme, mergedIntoId: headOf.get(theme.id) ?? null }));
}

function replayOne(theme: ThemeState, decisions: readonly MadeDecision[]): ThemeState {
  const since = (mark: 'lock' | 'exclude') =>
    decisions.reduce<Date | null>((at, { undoneAt, decidedAt, ...each }) => {
      if (undoneAt) return at;
      if (each.action === mark) return at ?? decidedAt;
      return each.action === 'unmark' && each.payload.mark === mark ? null : at;
    }, null);
  const made = decisions.filter((each) => each.action === 'create').at(-1);
  const rename = newest(decisions.flatMap((each) => (each.action === 'rename' ? [each] : [])));
  const move = newest(decisions.flatMap((each) => (each.action === 'move' ? [each] : [])));
  const steer = newest(decisions.flatMap((each) => (each.action === 'steer' ? [each] : [])));
  return {
    ...theme,
    name: rename ? rename.value : theme.name,
    parentId: move ? move.value : theme.parentId,
    ...(steer ? steer.value : {}),
    lockedAt: since('lock'),
    excludedAt: since('exclude'),
    withdrawnAt: made?.undoneAt ?? null,
  };
}

/** What the newest of these says that was not undone, else what was there before the first; null where there is none. */
function newest<Value>(
  decisions: readonly { payload: { from: Value; to: Value }; undoneAt: Date | null }[],
): { value: Value } | null {
  const [first] = decisions;
  if (!first) return null;
  const holding = decisions.filter(({ undoneAt }) => !undoneAt).at(-1);
  return { value: holding ? holding.payload.to : first.payload.from };
}
