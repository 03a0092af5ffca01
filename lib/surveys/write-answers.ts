import { newId } from '@/lib/core/ids';
import type { Db, Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { replaceFeedback, withdrawFeedback } from '@/lib/feedback/replace-feedback';
import type { Metric } from '@/lib/responses/schema';
import type { AskedSurvey } from '@/lib/surveys/asked-survey';
import { readFields } from '@/lib/surveys/hidden-fields';
import type { AnswerValue, Question } from '@/lib/widget/definition';

interface SavedResponse {
  id: string;
  sourceId: string;
  contactId: string | null;
  accountId: string | null;
  custom: Prisma.JsonValue;
}

interface Saving {
  survey: AskedSurvey;
  response: SavedResponse;
  /** By question; null takes an answer back. */
  answers: Map<string, AnswerValue | null>;
  now: Date;
}

/** Writes answers in place of earlier ones to the same questions: scores and choices as they are, texts as feedback. */
export async function writeAnswers(scope: Scope, saving: Saving): Promise<void> {
  const { workspaceId } = scope;
  const { survey, response, answers } = saving;
  await scope.run(async (db, inner) => {
    const asked = await db.question.findMany({
      where: { workspaceId, surveyVersionId: survey.versionId },
      select: { id: true, key: true, metric: true },
    });
    const rowOf = new Map(asked.map((row) => [row.key, row]));
    for (const question of survey.definition.questions) {
      const answer = answers.get(question.key);
      const row = rowOf.get(question.key);
      if (answer === undefined || !row) continue;
      const { id: questionId, metric } = row;
      if (answer === null) {
        // A consent may have been given to the words of an earlier version.
        const of = { responseId: response.id, question: { key: question.key } };
        await db.answer.deleteMany({ where: { workspaceId, ...of } });
      } else {
        await writeAnswer(db, workspaceId, saving, { question, questionId, metric, answer });
      }
      if (question.kind === 'short_text' || question.kind === 'long_text') {
        await writeText(inner, saving, question, answer);
      }
      if (question.kind === 'consent' && response.contactId) {
        await writeConsent(db, workspaceId, saving, { question, contactId: response.contactId, answer });
      }
    }
    // A person who is known only now is so for the texts before, too.
    const { contactId, accountId } = response;
    await db.feedback.updateMany({
      where: { workspaceId, responseId: response.id, contactId: null },
      data: { contactId, accountId },
    });
  });
}

async function writeAnswer(
  db: Db,
  workspaceId: string,
  { response, now }: Saving,
  given: { question: Question; questionId: string; metric: Metric | null; answer: AnswerValue },
): Promise<void> {
  const { question, questionId, metric, answer } = given;
  const isText = question.kind === 'short_text' || question.kind === 'long_text';
  const values = {
    metric,
    score: typeof answer === 'number' ? answer : null,
    choices: typeof answer === 'number' || isText ? [] : [answer].flat(),
  };
  const responseId = response.id;
  await db.answer.upsert({
    where: { workspaceId_responseId_questionId: { workspaceId, responseId, questionId } },
    create: { workspaceId, id: newId(), responseId, questionId, answeredAt: now, ...values },
    update: values,
  });
}

async function writeText(
  scope: Scope,
  { survey, response, now }: Saving,
  { key }: Question,
  answer: AnswerValue | null,
): Promise<void> {
  const { id: responseId, sourceId, contactId, accountId, custom } = response;
  const externalId = `${responseId}:${key}`;
  if (answer === null) {
    await withdrawFeedback(scope, { sourceId, externalId });
    return;
  }
  await replaceFeedback(scope, {
    sourceId,
    externalId,
    channel: 'survey',
    text: String(answer),
    occurredAt: now,
    responseId,
    accountId: accountId ?? undefined,
    contactId: contactId ?? undefined,
    custom: { ...readFields(custom), survey: survey.name, question: key },
  });
}

/** What a person consented to in a response before it was known whose it is, is theirs from then on. */
export async function keepConsents(
  db: Db,
  { workspaceId, id, contactId }: { workspaceId: string; id: string; contactId: string | null },
): Promise<void> {
  if (contactId === null) return;
  const given = await db.answer.findMany({
    where: { workspaceId, responseId: id, choices: { has: 'yes' }, question: { kind: 'consent' } },
    include: { question: { include: { surveyVersion: true } } },
  });
  for (const { question, answeredAt } of given) {
    if (!question) continue;
    const { surveyId, number } = question.surveyVersion;
    const consent = { purpose: `${surveyId}:${question.key}`, textVersion: `${number}` };
    await grant(db, { workspaceId, contactId, ...consent }, answeredAt);
  }
}

/** A consent is kept with each version of the words it was given to; unticked, all are withdrawn. */
async function writeConsent(
  db: Db,
  workspaceId: string,
  { survey, now }: Saving,
  given: { question: Question; contactId: string; answer: AnswerValue | null },
): Promise<void> {
  const { question, contactId, answer } = given;
  const purpose = `${survey.id}:${question.key}`;
  const textVersion = `${survey.versionNumber}`;
  const open = { workspaceId, contactId, purpose, withdrawnAt: null };
  if (answer === null) {
    await db.consent.updateMany({ where: open, data: { withdrawnAt: now } });
    return;
  }
  // Who consented to earlier words has not yet consented to these.
  await grant(db, { workspaceId, contactId, purpose, textVersion }, now);
}

async function grant(
  db: Db,
  consent: { workspaceId: string; contactId: string; purpose: string; textVersion: string },
  grantedAt: Date,
): Promise<void> {
  if (await db.consent.findFirst({ where: { ...consent, withdrawnAt: null } })) return;
  await db.consent.create({ data: { ...consent, id: newId(), grantedAt } });
}
