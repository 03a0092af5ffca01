import { newId } from '@/lib/core/ids';
import { seedFrom } from '@/lib/core/random';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { type AskedSurvey, getAskedSurvey } from '@/lib/surveys/asked-survey';
import { findResponseOfPerson, findSavedResponse } from '@/lib/surveys/find-saved-response';
import type { KnownPerson } from '@/lib/surveys/identity';
import { recordImpression } from '@/lib/surveys/record-impression';
import { findOpenShowing, lockPerson } from '@/lib/surveys/same-person';
import type { Delivery, ResponseChannel } from '@/lib/surveys/schema';
import { makeChallenge } from '@/lib/surveys/suspicion';
import { isOthers } from '@/lib/surveys/whose-response';
import type { Answers } from '@/lib/widget/definition';

const DAY_MS = 24 * 3600_000;

interface Asking {
  surveyId: string;
  /** Of the response that this asking may lead to. */
  responseId: string;
  person: KnownPerson | null;
  channel: ResponseChannel;
  /** Hidden fields, as the page states them. */
  fields?: Record<string, unknown>;
  /** Places of the groups of rules that hold, as the page says; without them, any may. */
  groups?: number[] | undefined;
  /** The page asks in place of the person, who has not opened the box themselves. */
  isCalled?: boolean | undefined;
  /** From 0, below 100: drawn by the browser, for whoever is not known. */
  lot?: number | undefined;
}

export type AskDecision =
  | { ask: false }
  /**
   * `responseId` is that of an earlier response, with what was answered, where there is one to go on with; `challenge` is to
   * be solved by who is not known, where the survey asks for it.
   */
  | { ask: true; responseId?: string; answers?: Answers; revision?: number; challenge?: string };

/**
 * Decides whether to ask somebody now, and notes that they were asked. For known people the server remembers, over all
 * surveys and devices: whoever said never or not now, was asked or answered within the days of cooling down is left in peace.
 * A box that a person opened themselves asks nobody anything: it is always there. One that the page calls for opens for
 * whoever did not say never.
 */
export async function askPerson(scope: Scope, asking: Asking, now: Date = new Date()): Promise<AskDecision> {
  const { surveyId, person, channel, fields, groups, lot = 0, isCalled = false } = asking;
  return scope.run(async (db, inner) => {
    const survey = await getAskedSurvey(inner, surveyId);
    if (!survey.isOpen) return { ask: false };
    const begun = await findSavedResponse(inner, { surveyId, responseId: asking.responseId }, now);
    // Another person began it in the same browser: this one begins anew.
    const isAnew = isOthers(begun, person);
    const responseId = isAnew ? newId() : asking.responseId;
    const isToWork = survey.delivery.botCheck === 'proof' && person === null;
    const fresh: AskDecision = {
      ask: true,
      ...(isAnew && { responseId, answers: {}, revision: 0 }),
      ...(isToWork && { challenge: makeChallenge(responseId, now) }),
    };
    const contactId = person?.contactId ?? null;
    // Who began it may only not have been named yet: it waits for them, and goes on with nobody else.
    if (isAnew && person === null && channel === 'popover') return { ask: false };
    // Whoever opened a box has asked for it.
    if (channel === 'popover' || channel === 'inline') {
      const segment = await findSegment(db, scope.workspaceId, person);
      if (!isForSegment(survey.delivery, segment, groups)) return { ask: false };
    }
    // A token that nobody signed makes nobody known: the browser's lot counts then.
    if (!contactId && !begun && channel === 'popover' && lot >= survey.delivery.percentage) {
      return { ask: false };
    }
    if (contactId) {
      // A response that was begun is a question, too.
      const isAsked = channel === 'popover' || channel === 'inline';
      const wish = await findWish(db, scope.workspaceId, contactId, now);
      if (wish === 'never' ? isAsked || isCalled : wish && isAsked) return { ask: false };
      // Two tabs that ask at once: the second sees that the first did.
      await lockPerson(db, scope.workspaceId, contactId);
      const { coolDownDays } = survey.delivery;
      const earlier = await findResponseOfPerson(inner, { surveyId, contactId, coolDownDays }, now);
      const saved = earlier && (await findSavedResponse(inner, { surveyId, responseId: earlier }, now));
      if (saved && !saved.isDone) {
        const { answers, revision } = saved;
        return { ask: true, responseId: saved.id, answers, revision };
      }
      if (
        channel === 'popover' &&
        (saved || !(await mayAsk(db, scope.workspaceId, { survey, contactId, now })))
      ) {
        return { ask: false };
      }
      // What they have before them elsewhere is the same: whichever tab they answer in, it is one response.
      const open = await findOpenShowing(inner, { surveyId, contactId }, now);
      if (open) return { ask: true, responseId: open };
    }
    await recordImpression(inner, { surveyId, responseId, contactId, channel, fields }, now);
    return fresh;
  });
}

/** What somebody said about being asked; null: nothing that still holds. */
async function findWish(
  db: Db,
  workspaceId: string,
  contactId: string,
  now: Date,
): Promise<'never' | 'later' | null> {
  const preference = await db.askingPreference.findFirst({ where: { workspaceId, contactId } });
  if (preference?.neverAsk) return 'never';
  return preference?.snoozedUntil && preference.snoozedUntil > now ? 'later' : null;
}

async function mayAsk(
  db: Db,
  workspaceId: string,
  { survey, contactId, now }: { survey: AskedSurvey; contactId: string; now: Date },
): Promise<boolean> {
  const { coolDownDays, percentage } = survey.delivery;
  if (!isSampled(survey.id, contactId, percentage)) return false;
  const since = new Date(now.getTime() - coolDownDays * DAY_MS);
  const asked = await db.impression.findFirst({
    where: { workspaceId, contactId, channel: { in: ['popover', 'email'] }, shownAt: { gte: since } },
    select: { id: true },
  });
  if (asked) return false;
  const answered = await db.response.findFirst({
    where: { workspaceId, contactId, surveyId: { not: null }, submittedAt: { gte: since } },
    select: { id: true },
  });
  return !answered;
}

/** Null: nobody knows. */
async function findSegment(db: Db, workspaceId: string, person: KnownPerson | null): Promise<string | null> {
  if (!person?.accountId) return null;
  const account = await db.account.findFirst({
    where: { workspaceId, id: person.accountId },
    select: { segment: true },
  });
  return account?.segment ?? null;
}

/** Whether, in one of the groups that hold on the page, the rules about segments hold as well. */
function isForSegment({ groups }: Delivery, segment: string | null, held?: number[]): boolean {
  if (groups.length === 0) return true;
  return groups.some(
    (rules, place) =>
      (held?.includes(place) ?? true) &&
      rules.every(
        ({ about, test, value }) =>
          about !== 'segment' || (segment !== null && (segment === value) === (test === 'is')),
      ),
  );
}

/** Whether a person is among the share that is asked: the same on every device, and another share for every survey. */
export function isSampled(surveyId: string, contactId: string, percentage: number): boolean {
  return seedFrom(`${surveyId} ${contactId}`) % 100 < percentage;
}

/** Keeps what a known person said about being asked: not now, or never. */
export async function recordPreference(
  scope: Scope,
  { contactId, neverAsk, snoozeDays }: { contactId: string; neverAsk: boolean; snoozeDays: number },
  now: Date = new Date(),
): Promise<void> {
  const { workspaceId } = scope;
  const snoozedUntil = new Date(now.getTime() + snoozeDays * DAY_MS);
  await scope.run((db) =>
    db.askingPreference.upsert({
      where: { workspaceId_contactId: { workspaceId, contactId } },
      create: { workspaceId, id: contactId, contactId, neverAsk, snoozedUntil },
      update: neverAsk ? { neverAsk } : { snoozedUntil },
    }),
  );
}
