import { addDays, type Days, toDay } from '@/lib/annotations/period';
import type { Scope } from '@/lib/db/scope';
import { findThemedAnswers } from '@/lib/impact/find-score-change';
import { toEpochDay } from '@/lib/impact/months';
import { computePointsGain, type Gain } from '@/lib/issues/achievements';
import { countMonthsAfter, FIX_MONTH_DAYS, MOST_MONTHS } from '@/lib/issues/fix-effect';

/** A fixed theme, and the day of its fix. */
interface Fix {
  themeId: string;
  shippedAt: Date;
}

/** NPS points that a theme came to pull down less after its fix, with the answers on either side. */
export interface PointsGain extends Omit<Gain, 'draws'> {
  before: Days & { answers: number };
  after: Days & { answers: number };
}

/** Points by the answers of up to six months before and of the months after that are on record; null where a side has none. */
export async function drawPointsGain(
  scope: Scope,
  { themeId, shippedAt }: Fix,
  monthsAfter: number,
): Promise<(PointsGain & Gain) | null> {
  if (monthsAfter < 1) return null;
  const shipped = toDay(shippedAt);
  const earlier = { from: addDays(shipped, -MOST_MONTHS * FIX_MONTH_DAYS), to: addDays(shipped, -1) };
  const later = { from: shipped, to: addDays(shipped, monthsAfter * FIX_MONTH_DAYS - 1) };
  const before = await findThemedAnswers(scope, earlier, { metric: 'nps' });
  const after = await findThemedAnswers(scope, later, { metric: 'nps' });
  const gain = computePointsGain(themeId, before, after);
  return (
    gain && {
      ...gain,
      before: { ...earlier, answers: before.length },
      after: { ...later, answers: after.length },
    }
  );
}

/**
 * The NPS points that one fix won back, by the months of 30 days after it that the records cover. Null before the first of
 * them is over, where a side has no answer, and where no answer ever complained of the theme.
 */
export async function findPointsGain(
  scope: Scope,
  fix: Fix,
  now: Date = new Date(),
): Promise<PointsGain | null> {
  const { _max: latest } = await scope.run((db) =>
    db.feedback.aggregate({ where: { workspaceId: scope.workspaceId }, _max: { occurredAt: true } }),
  );
  if (!latest.occurredAt) return null;
  const feedbackUntil = Math.min(toEpochDay(now), toEpochDay(latest.occurredAt)) + 1;
  const shippedDay = toEpochDay(fix.shippedAt);
  const found = await drawPointsGain(scope, fix, countMonthsAfter({ shippedDay, feedbackUntil }));
  if (!found) return null;
  const { draws: _, ...gain } = found;
  return gain;
}
