import { roundTo, roundToSum } from '@/lib/core/round-to-sum';
import type { NamedChange } from '@/lib/impact/find-score-change';

const DIGITS = 1;

/**
 * The points of a change as they are shown: each row's before and change make its after, and each column adds up to the score,
 * or its change, as shown. The changes are what the list is for, so they and those before are nearest to what they are.
 */
export function roundChanges<Row extends Pick<NamedChange, 'beforePoints' | 'afterPoints' | 'changePoints'>>(
  rows: readonly Row[],
): Row[] {
  const sum = (of: (row: Row) => number) =>
    roundTo(
      rows.reduce((total, row) => total + of(row), 0),
      DIGITS,
    );
  const before = roundToSum(
    rows.map(({ beforePoints }) => beforePoints),
    DIGITS,
  );
  const changes = roundToSum(
    rows.map(({ changePoints }) => changePoints),
    DIGITS,
    sum(({ afterPoints }) => afterPoints) - sum(({ beforePoints }) => beforePoints),
  );
  return rows.map((row, index) => {
    const [beforePoints, changePoints] = [before[index] ?? 0, changes[index] ?? 0];
    return { ...row, beforePoints, changePoints, afterPoints: roundTo(beforePoints + changePoints, DIGITS) };
  });
}

/** From this q value on a move may be chance among so many themes. */
const MAX_MOVE_Q_VALUE = 0.05;

/** Whether a theme moved by more than chance allows among all that were looked at. */
export const isMove = ({ qValue }: { qValue: number }): boolean => qValue < MAX_MOVE_Q_VALUE;

/** How many of the themes moved by more than chance, in a sentence. */
export function describeMoves(rows: readonly Pick<NamedChange, 'name' | 'qValue'>[]): string {
  const moved = rows.filter(isMove).map(({ name }) => name ?? 'answers that complain of none');
  if (moved.length === 0)
    return 'No theme moved it by more than chance allows: each move below may be chance.';
  const others = rows.length - moved.length;
  const rest = others === 0 ? '' : ' The other moves may be chance.';
  return `Moved by more than chance: ${moved.join(', ')}.${rest}`;
}
