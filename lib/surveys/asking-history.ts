import { seedFrom } from '@/lib/core/random';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { ANSWER_WITHIN_MS } from '@/lib/surveys/response-times';
import type { Delivery } from '@/lib/surveys/schema';

const DAY_MS = 24 * 3600_000;

/** What the server remembers of a known person's being asked, over all surveys and devices. */
export interface AskingHistory {
  contactId: string;
  /** What they said about being asked; null: nothing that still holds. */
  wish: 'never' | 'later' | null;
  /** When a survey last came to them without their doing; null: none has. */
  askedAt: Date | null;
  /** When they last answered one, whichever it was. */
  answeredAt: Date | null;
  /** Surveys that they have finished, and begun and not finished. */
  finished: ReadonlySet<string>;
  begun: ReadonlySet<string>;
  /** Surveys that were shown to them within the day. */
  shown: ReadonlySet<string>;
}

/** What is remembered of a person. */
export async function findAskingHistory(
  db: Db,
  workspaceId: string,
  contactId: string,
  now: Date,
): Promise<AskingHistory> {
  const where = { workspaceId, contactId };
  const preference = await db.askingPreference.findFirst({ where });
  const asked = await db.impression.findFirst({
    where: { ...where, channel: { in: ['popover', 'email'] } },
    orderBy: { shownAt: 'desc' },
    select: { shownAt: true },
  });
  const shown = await db.impression.findMany({
    where: { ...where, shownAt: { gte: new Date(now.getTime() - ANSWER_WITHIN_MS) } },
    select: { surveyId: true },
    distinct: ['surveyId'],
  });
  const answered = await db.response.groupBy({
    by: ['surveyId'],
    where: { ...where, surveyId: { not: null } },
    _max: { submittedAt: true, completedAt: true },
    _count: { _all: true, completedAt: true },
  });
  const idsOf = (rows: { surveyId: string | null }[]) =>
    new Set(rows.flatMap(({ surveyId }) => surveyId ?? []));
  const times = answered.flatMap(({ _max }) => _max.submittedAt?.getTime() ?? []);
  return {
    contactId,
    wish: wishOf(preference, now),
    askedAt: asked?.shownAt ?? null,
    answeredAt: times.length > 0 ? new Date(Math.max(...times)) : null,
    finished: idsOf(answered.filter(({ _count }) => _count.completedAt > 0)),
    begun: idsOf(answered.filter(({ _count }) => _count._all > _count.completedAt)),
    shown: idsOf(shown),
  };
}

/**
 * Whether a survey may ask a person of its own accord: a popover, or what stands in a page. Whoever said never or not now, was
 * asked or answered within its days of cooling down, or is not among its share, is left in peace; and one that stands in a page,
 * where it would be seen again and again, never asks anew who has finished it.
 */
export function mayAskAgain(
  survey: { id: string; delivery: Pick<Delivery, 'mode' | 'percentage' | 'coolDownDays'> },
  history: AskingHistory,
  now: Date,
): boolean {
  const { mode, percentage, coolDownDays } = survey.delivery;
  const { contactId, wish, askedAt, answeredAt, finished } = history;
  const since = now.getTime() - coolDownDays * DAY_MS;
  const isRecent = (date: Date | null) => date !== null && date.getTime() >= since;
  return (
    wish === null &&
    isSampled(survey.id, contactId, percentage) &&
    !isRecent(askedAt) &&
    !isRecent(answeredAt) &&
    !(mode === 'inline' && finished.has(survey.id))
  );
}

/** Whether a person is among the share that is asked: the same on every device, and another share for every survey. */
export function isSampled(surveyId: string, contactId: string, percentage: number): boolean {
  return seedFrom(`${surveyId} ${contactId}`) % 100 < percentage;
}

/** What a person said about being asked, as far as it still holds: never, or not before a day. Null: nothing. */
export async function findWish(
  scope: Scope,
  contactId: string,
  now: Date = new Date(),
): Promise<'never' | Date | null> {
  const where = { workspaceId: scope.workspaceId, contactId };
  const preference = await scope.run((db) => db.askingPreference.findFirst({ where }));
  const wish = wishOf(preference, now);
  return wish === 'later' ? (preference?.snoozedUntil ?? null) : wish;
}

function wishOf(
  preference: { neverAsk: boolean; snoozedUntil: Date | null } | null,
  now: Date,
): AskingHistory['wish'] {
  if (preference?.neverAsk) return 'never';
  return preference?.snoozedUntil && preference.snoozedUntil > now ? 'later' : null;
}
