import { conflict, notFound } from '@/lib/core/errors';
import type { Scope } from '@/lib/db/scope';
import { type AskedSurvey, getAskedSurvey } from '@/lib/surveys/asked-survey';
import { ensureSource } from '@/lib/surveys/ensure-source';
import { holdAnswers } from '@/lib/surveys/held-answers';
import { pickFields, readFields, redactFields } from '@/lib/surveys/hidden-fields';
import type { KnownPerson } from '@/lib/surveys/identity';
import { parseAnswer } from '@/lib/surveys/parse-answer';
import type { ResponseChannel } from '@/lib/surveys/schema';
import { checkProof, findSuspicion } from '@/lib/surveys/suspicion';
import { tellCompleted } from '@/lib/surveys/tell-completed';
import { writeAnswers } from '@/lib/surveys/write-answers';
import type { AnswerValue } from '@/lib/widget/definition';

/** A response that was begun may be finished within this time. */
export const FINISH_WITHIN_MS = 7 * 24 * 3600_000;
/** A finished one may be changed within this time. */
export const EDIT_WITHIN_MS = 3600_000;

export interface AnswersInput {
  surveyId: string;
  /** Made by who answers: the same again is the same response. */
  responseId: string;
  /** By question; an empty one takes an answer back, an absent one leaves it. */
  answers: Record<string, unknown>;
  /** Counts the saves of the browser; a save that was overtaken on its way changes nothing. Null: the next one. */
  revision: number | null;
  isDone: boolean;
  channel: ResponseChannel;
  /** In which it was asked; null: its own. */
  language: string | null;
  /** When the first question was seen; null where it is not known. */
  shownAt: Date | null;
  /** What stood in the field that people do not see. */
  trap: string;
  person: KnownPerson | null;
  /** Values of hidden fields by name; those that the survey does not declare are passed over. */
  fields?: Record<string, unknown>;
  /** The work of the browser, where the survey asks for some. */
  proof?: string;
}

/**
 * Saves what somebody has answered so far, as often as they like: scores as answers, texts as feedback, all in one
 * transaction. A response that arrives twice counts once.
 * @returns 'stale' where a later save came first.
 * @throws ExpectedError 'conflict' where the survey or the time to change the response is over.
 */
export async function saveAnswers(
  scope: Scope,
  input: AnswersInput,
  now: Date = new Date(),
): Promise<'saved' | 'stale'> {
  const { workspaceId } = scope;
  const { surveyId, responseId: id } = input;
  return scope.run(async (db, inner) => {
    // Two saves of one response wait for each other, also the two that are first.
    await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${workspaceId + id}, 0))`;
    const before = await db.response.findFirst({ where: { workspaceId, id } });
    if (before && before.surveyId !== surveyId) throw notFound('response');
    const survey = await getAskedSurvey(inner, surveyId, before?.surveyVersionId ?? null);
    if (before) requireChangeable(before, now);
    else if (!survey.isOpen) throw conflict('This survey takes no more answers.');
    if (before && input.revision !== null && input.revision <= before.revision) return 'stale';

    const answers = parseAnswers(survey, input.answers);
    const elapsedMs = input.shownAt && now.getTime() - input.shownAt.getTime();
    const isProven =
      survey.delivery.botCheck === 'none' || input.person !== null || checkProof(id, input.proof ?? '', now);
    const suspectReason = before
      ? before.suspectReason
      : findSuspicion({ trap: input.trap, elapsedMs, isProven });
    const completedAt = before?.completedAt ?? (input.isDone ? now : null);
    const fields = {
      submittedAt: now,
      completedAt,
      revision: input.revision ?? (before?.revision ?? 0) + 1,
      contactId: before?.contactId ?? input.person?.contactId ?? null,
      accountId: before?.contactId ? before.accountId : (input.person?.accountId ?? null),
    };
    const custom = {
      ...readFields(before?.custom),
      ...(await redactFields(inner, pickFields(survey.definition.fields, input.fields ?? {}))),
    };
    const startedAt = before?.startedAt ?? input.shownAt ?? now;
    if (before) {
      await db.response.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { ...fields, custom },
      });
    } else {
      const { channel } = input;
      const language = input.language ?? survey.definition.language;
      const sourceId = await ensureSource(db, workspaceId, survey);
      await db.response.create({
        data: {
          ...{ workspaceId, id, sourceId, externalId: id, surveyId, surveyVersionId: survey.versionId },
          ...{ startedAt, channel, language, suspectReason },
          ...{ ...fields, custom },
        },
      });
    }
    const response = await db.response.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
    if (suspectReason) await holdAnswers(inner, response, answers);
    else await writeAnswers(inner, { survey, response, answers, now });
    if (completedAt && !before?.completedAt && !suspectReason) await tellCompleted(inner, survey, id);
    return 'saved';
  });
}

function requireChangeable(
  { completedAt, startedAt }: { completedAt: Date | null; startedAt: Date | null },
  now: Date,
): void {
  const until = completedAt
    ? completedAt.getTime() + EDIT_WITHIN_MS
    : (startedAt?.getTime() ?? 0) + FINISH_WITHIN_MS;
  if (now.getTime() > until) throw conflict('This response can no longer be changed. Thank you for it.');
}

function parseAnswers(
  { definition }: AskedSurvey,
  raw: Record<string, unknown>,
): Map<string, AnswerValue | null> {
  const asked = definition.questions.filter(({ key }) => Object.hasOwn(raw, key));
  return new Map(asked.map((question) => [question.key, parseAnswer(question, raw[question.key])]));
}
