import { conflict, notFound } from '@/lib/core/errors';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { type AskedSurvey, getAskedSurvey } from '@/lib/surveys/asked-survey';
import { ensureSource } from '@/lib/surveys/ensure-source';
import { holdAnswers } from '@/lib/surveys/held-answers';
import { pickFields, readFields, redactFields } from '@/lib/surveys/hidden-fields';
import type { KnownPerson } from '@/lib/surveys/identity';
import { hasLogic, setOffPathAside } from '@/lib/surveys/off-path';
import { parseAnswer } from '@/lib/surveys/parse-answer';
import { ANSWER_WITHIN_MS, EDIT_WITHIN_MS, FINISH_WITHIN_MS, whenGiven } from '@/lib/surveys/response-times';
import { findTwin, lockPerson } from '@/lib/surveys/same-person';
import type { ResponseChannel } from '@/lib/surveys/schema';
import { suspendResponse } from '@/lib/surveys/suspend-response';
import { checkProof, findSuspicion, type SuspectReason } from '@/lib/surveys/suspicion';
import { tellCompleted } from '@/lib/surveys/tell-completed';
import { idApart, isOthers } from '@/lib/surveys/whose-response';
import { keepConsents, writeAnswers } from '@/lib/surveys/write-answers';
import type { AnswerValue } from '@/lib/widget/definition';

export interface AnswersInput {
  surveyId: string;
  /** Number of the version that was seen; without one, that of the response, or else the latest. */
  version?: number | undefined;
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
  /** Milliseconds from seeing the first question to this save; null where it is not known. */
  elapsedMs: number | null;
  /** When we showed it, by our own signature; without one, as was noted of its showing, if anything was. */
  shownAt?: Date | null;
  /** Milliseconds that it has waited since it was given, in a browser without a network. */
  waitedMs?: number;
  /** Of a form: what stood in the field that people do not see. */
  trap?: string;
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
  const { surveyId, person } = input;
  return scope.run(async (db, inner) => {
    const seen = await db.impression.findFirst({ where: { workspaceId, id: input.responseId, surveyId } });
    const shownAt = seen?.shownAt ?? input.shownAt ?? null;
    const { id, before } = await findResponse(inner, input, { shownAt, now });
    if (before && before.surveyId !== surveyId) throw notFound('response');
    const waitedMs = input.waitedMs ?? null;
    const givenAt = whenGiven({ waitedMs, notBefore: [shownAt, before?.submittedAt] }, now);
    const survey = await getAskedSurvey(inner, surveyId, {
      version: input.version ?? before?.surveyVersionId ?? null,
      ...whenOpen(shownAt, givenAt, now),
      isToWrite: before === null,
    });
    if (before) requireChangeable(before, givenAt);
    else if (!survey.isOpen) throw conflict('This survey takes no more answers.');
    if (before && input.revision !== null && input.revision <= before.revision) return 'stale';

    const answers = parseAnswers(survey, input.answers);
    const suspectReason = before ? await judgeAgain(inner, before, input) : judgeFirst(survey, input, now);
    const completedAt = before?.completedAt ?? (input.isDone ? givenAt : null);
    const fields = {
      submittedAt: givenAt,
      surveyVersionId: survey.versionId,
      completedAt,
      revision: input.revision ?? (before?.revision ?? 0) + 1,
      contactId: before?.contactId ?? person?.contactId ?? null,
      accountId: before?.contactId ? before.accountId : (person?.accountId ?? null),
    };
    const custom = {
      ...readFields(before?.custom),
      ...(await redactFields(inner, pickFields(survey.definition.fields, input.fields ?? {}))),
    };
    if (before) {
      await db.response.update({
        where: { workspaceId_id: { workspaceId, id } },
        data: { ...fields, custom },
      });
      if (before.surveyVersionId !== survey.versionId)
        await moveAnswers(db, workspaceId, id, survey.versionId);
    } else {
      const { channel } = input;
      // A form of the owner's own may say nothing of it: then nobody knows.
      const startedAt = input.elapsedMs === null ? shownAt : new Date(givenAt.getTime() - input.elapsedMs);
      const language = input.language ?? survey.definition.language;
      const sourceId = await ensureSource(db, workspaceId, survey);
      await db.response.create({
        data: {
          ...{ workspaceId, id, sourceId, externalId: id, surveyId },
          ...{ startedAt, channel, language, suspectReason },
          ...{ ...fields, custom },
        },
      });
    }
    const response = await db.response.findUniqueOrThrow({ where: { workspaceId_id: { workspaceId, id } } });
    if (suspectReason) await holdAnswers(inner, response, answers);
    else {
      await writeAnswers(inner, { survey, response, answers, now: givenAt });
      if (before && !before.contactId) await keepConsents(db, response);
      if (hasLogic(survey.definition)) {
        await setOffPathAside(inner, { survey, response, answers, now: givenAt });
      }
    }
    if (completedAt && !before?.completedAt && !suspectReason) await tellCompleted(inner, survey, id);
    return 'saved';
  });
}

/** The response that a save is of, locked: two saves of one wait for each other, also the two that are first. */
async function findResponse(scope: Scope, input: AnswersInput, when: { shownAt: Date | null; now: Date }) {
  const { workspaceId } = scope;
  const { person } = input;
  const lock = async (id: string) =>
    scope.run(async (db) => {
      await db.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${workspaceId + id}, 0))`;
      return { id, before: await db.response.findFirst({ where: { workspaceId, id } }) };
    });
  const named = await lock(person ? await findOwn(scope, input, when) : input.responseId);
  if (!isOthers(named.before, person)) return named;
  const apart = await lock(idApart(workspaceId, named.id, person));
  if (isOthers(apart.before, person)) throw conflict('This response is somebody else’s.');
  return apart;
}

/** The response of a known person that a save is of: in two tabs that were open at once they answer one. */
async function findOwn(
  scope: Scope,
  { surveyId, responseId, person, waitedMs = 0, elapsedMs }: AnswersInput,
  { shownAt, now }: { shownAt: Date | null; now: Date },
): Promise<string> {
  const contactId = person?.contactId;
  if (!contactId) return responseId;
  await scope.run((db) => lockPerson(db, scope.workspaceId, contactId));
  const begunAt = shownAt ?? new Date(now.getTime() - waitedMs - (elapsedMs ?? 0));
  return (await findTwin(scope, { surveyId, contactId, responseId, shownAt: begunAt })) ?? responseId;
}

/**
 * When a survey must have been open for an answer: when it was shown to who answers within the day, for what they have before
 * them is theirs to answer; else when it was given, or came, where nobody knows of a showing.
 */
function whenOpen(shownAt: Date | null, givenAt: Date, now: Date): { openAt: Date; shownAt?: Date } {
  if (shownAt === null) return { openAt: now };
  const isOfTheDay = givenAt.getTime() - shownAt.getTime() <= ANSWER_WITHIN_MS;
  return isOfTheDay ? { openAt: shownAt, shownAt } : { openAt: givenAt };
}

/** Why a new response may not come from a person: time and work are told by its first save. */
function judgeFirst(
  { delivery }: AskedSurvey,
  { responseId, trap = '', elapsedMs, person, proof = '' }: AnswersInput,
  now: Date,
): SuspectReason | null {
  const isProven = delivery.botCheck === 'none' || person !== null || checkProof(responseId, proof, now);
  return findSuspicion({ trap, elapsedMs, isProven });
}

/** The trap may be filled after the first save, for a form is saved on the way: then what was saved is held, too. */
async function judgeAgain(
  scope: Scope,
  before: { suspectReason: string | null; sourceId: string },
  { surveyId, responseId: id, trap = '' }: AnswersInput,
): Promise<string | null> {
  if (before.suspectReason || trap === '') return before.suspectReason;
  await suspendResponse(scope, { id, surveyId, sourceId: before.sourceId }, 'trap');
  return 'trap';
}

function requireChangeable(
  { completedAt, submittedAt }: { completedAt: Date | null; submittedAt: Date },
  givenAt: Date,
): void {
  const until = completedAt
    ? completedAt.getTime() + EDIT_WITHIN_MS
    : submittedAt.getTime() + FINISH_WITHIN_MS;
  if (givenAt.getTime() > until) throw conflict('This response can no longer be changed. Thank you for it.');
}

function parseAnswers(
  { definition }: AskedSurvey,
  raw: Record<string, unknown>,
): Map<string, AnswerValue | null> {
  const asked = definition.questions.filter(({ key }) => Object.hasOwn(raw, key));
  return new Map(asked.map((question) => [question.key, parseAnswer(question, raw[question.key])]));
}

/**
 * Answers of a response whose author has come to another version: those to questions that it has, too, are its own. A consent
 * stays with the words it was given to.
 */
async function moveAnswers(
  db: Db,
  workspaceId: string,
  responseId: string,
  versionId: string,
): Promise<void> {
  await db.$executeRaw`
    UPDATE answers a SET question_id = new.id FROM questions old, questions new
    WHERE a.workspace_id = ${workspaceId}::uuid AND a.response_id = ${responseId}::uuid
      AND old.workspace_id = a.workspace_id AND old.id = a.question_id
      AND new.workspace_id = a.workspace_id AND new.survey_version_id = ${versionId}::uuid
      AND new.key = old.key AND new.id <> old.id AND old.kind <> 'consent'`;
}
