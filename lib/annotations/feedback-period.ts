import type { Scope } from '@/lib/db/scope';

/** A stretch of whole days, both ends included, as they stand in a feedback filter. */
export interface Days {
  from: string;
  to: string;
}

export interface FeedbackPeriod extends Days {
  /** As many days directly before. */
  before: Days;
}

const MS_PER_DAY = 86_400_000;

/** The last `days` days up to the day of the latest feedback: old imports end in the past. Null without feedback. */
export async function findFeedbackPeriod(scope: Scope, days: number): Promise<FeedbackPeriod | null> {
  const latest = await scope.run((db) =>
    db.feedback.findFirst({
      where: { workspaceId: scope.workspaceId },
      orderBy: { occurredAt: 'desc' },
      select: { occurredAt: true },
    }),
  );
  return latest && periodUntil(latest.occurredAt, days);
}

/** `days` whole UTC days, the last of which is the one of `end`, and as many before them. */
export function periodUntil(end: Date, days: number): FeedbackPeriod {
  const day = (back: number) => new Date(end.getTime() - back * MS_PER_DAY).toISOString().slice(0, 10);
  return {
    from: day(days - 1),
    to: day(0),
    before: { from: day(2 * days - 1), to: day(days) },
  };
}

/** The weeks (Monday to Sunday) that a period touches, the first and the last cut to it. */
export function weeksOf({ from, to }: Days): Days[] {
  const weeks: Days[] = [];
  const last = Date.parse(to);
  for (let start = Date.parse(from); start <= last; ) {
    const weekday = (new Date(start).getUTCDay() + 6) % 7;
    const end = Math.min(start + (6 - weekday) * MS_PER_DAY, last);
    weeks.push({ from: toDay(start), to: toDay(end) });
    start = end + MS_PER_DAY;
  }
  return weeks;
}

function toDay(timeMs: number): string {
  return new Date(timeMs).toISOString().slice(0, 10);
}
