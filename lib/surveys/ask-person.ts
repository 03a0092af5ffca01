import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { getAskedSurvey } from '@/lib/surveys/asked-survey';
import { findAskingHistory, mayAskAgain } from '@/lib/surveys/asking-history';
import { findResponseOfPerson, findSavedResponse } from '@/lib/surveys/find-saved-response';
import type { KnownPerson } from '@/lib/surveys/identity';
import { recordImpression } from '@/lib/surveys/record-impression';
import { findOpenShowing, lockPerson } from '@/lib/surveys/same-person';
import type { ResponseChannel } from '@/lib/surveys/schema';
import { findSegment, isForSegment } from '@/lib/surveys/survey-audience';
import { findSurveyContent } from '@/lib/surveys/survey-content';
import { makeChallenge } from '@/lib/surveys/suspicion';
import { isOthers } from '@/lib/surveys/whose-response';
import type { Answers } from '@/lib/widget/definition';
import type { SurveyContent } from '@/lib/widget/site-survey';

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
  /** What the reader wants, in order. */
  languages?: readonly string[];
}

export type AskDecision =
  | { ask: false }
  | {
      ask: true;
      /** What is to be drawn. */
      survey: SurveyContent;
      /** Of an earlier response, with what was answered, where there is one to go on with. */
      responseId?: string;
      answers?: Answers;
      revision?: number;
      /** To be solved by who is not known, where the survey asks for it. */
      challenge?: string;
    };

/**
 * Decides whether to ask somebody now, and notes that they were asked. For known people the server remembers, over all
 * surveys and devices: whoever said never or not now, was asked or answered within the days of cooling down is left in peace.
 * A box that a person opened themselves asks nobody anything: it is always there. One that the page calls for opens for
 * whoever did not say never.
 */
export async function askPerson(scope: Scope, asking: Asking, now: Date = new Date()): Promise<AskDecision> {
  const { surveyId, person, channel, fields, groups, lot = 0, isCalled = false, languages = [] } = asking;
  return scope.run(async (db, inner) => {
    const survey = await getAskedSurvey(inner, surveyId);
    const { delivery } = survey;
    if (!survey.isOpen) return { ask: false };
    const begun = await findSavedResponse(inner, { surveyId, responseId: asking.responseId }, now);
    // Another person began it in the same browser: this one begins anew.
    const isAnew = isOthers(begun, person);
    const responseId = isAnew ? newId() : asking.responseId;
    const isToWork = delivery.botCheck === 'proof' && person === null;
    const draw = async () => ({
      ask: true as const,
      survey: await findSurveyContent(inner, survey, languages),
    });
    const contactId = person?.contactId ?? null;
    // Who began it may only not have been named yet: it waits for them, and goes on with nobody else.
    if (isAnew && person === null && channel === 'popover') return { ask: false };
    // Whoever opened a box has asked for it, and so has a page that shows one in its place.
    const isOfItself = !isCalled && (channel === 'popover' || channel === 'inline');
    if (isOfItself) {
      const segment = await findSegment(db, scope.workspaceId, person?.accountId);
      if (!isForSegment(delivery, segment, groups)) return { ask: false };
    }
    // A token that nobody signed makes nobody known: the browser's lot counts then.
    if (!contactId && !begun && isOfItself && lot >= delivery.percentage) return { ask: false };
    if (contactId) {
      // Two tabs that ask at once: the second sees that the first did.
      await lockPerson(db, scope.workspaceId, contactId);
      const history = await findAskingHistory(db, scope.workspaceId, contactId, now);
      // A response that was begun is a question, too.
      if (history.wish === 'never' ? isOfItself || isCalled : history.wish && isOfItself)
        return { ask: false };
      const { coolDownDays } = delivery;
      const earlier = await findResponseOfPerson(inner, { surveyId, contactId, coolDownDays }, now);
      const saved = earlier && (await findSavedResponse(inner, { surveyId, responseId: earlier }, now));
      if (saved && !saved.isDone) {
        const { answers, revision } = saved;
        return { ...(await draw()), responseId: saved.id, answers, revision };
      }
      // What stands in a page already goes on standing there for the day.
      const isThere = channel === 'inline' && history.shown.has(surveyId) && !history.finished.has(surveyId);
      if (isOfItself && (saved || !(isThere || mayAskAgain(survey, history, now)))) return { ask: false };
      // What they have before them elsewhere is the same: whichever tab they answer in, it is one response.
      const open = await findOpenShowing(inner, { surveyId, contactId }, now);
      if (open) return { ...(await draw()), responseId: open };
    }
    await recordImpression(inner, { surveyId, responseId, contactId, channel, fields }, now);
    return {
      ...(await draw()),
      ...(isAnew && { responseId, answers: {}, revision: 0 }),
      ...(isToWork && { challenge: makeChallenge(responseId, now) }),
    };
  });
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
