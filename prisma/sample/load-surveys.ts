import { idFrom, newId, newPublicKey } from '@/lib/core/ids';
import { makeRandom, type RandomSource, seedFrom } from '@/lib/core/random';
import type { Scope } from '@/lib/db/scope';
import { chooseScores } from '@/lib/surveys/comparable-versions';
import { deliverySchema } from '@/lib/surveys/schema';
import { toJson } from '@/lib/surveys/stored-definition';
import { makeTemplate } from '@/lib/surveys/templates';
import type { Definition } from '@/lib/widget/definition';
import { drawInteger, drawOne } from './draw';
import type { SampleSurvey, SampleWorkspace } from './types';

const MS_PER_DAY = 86_400_000;
const TEMPLATES = { nps: 'nps', csat: 'csat_numbers', ces: 'ces' } as const;
const CHANNELS = { nps: 'email', csat: 'popover', ces: 'popover' } as const;
/** Showings that nobody answered, for each that somebody did. */
const UNANSWERED = { nps: 2, csat: 4, ces: 4 } as const;
/** The chance that somebody who gives a score and no words leaves without pressing the last button. */
const LEFT_SHARE = 0.1;

/** The sample's ids are the same on every machine. */
export const sampleId = (externalId: string): string => idFrom(`sample ${externalId}`);
const versionId = (key: string): string => sampleId(`${key} 1`);
const questionId = (survey: string, question: string): string => sampleId(`${survey} 1 ${question}`);

/**
 * The sample's surveys as if they had been made, asked and closed here. They are closed so that what somebody tries out does
 * not change the sample's figures: whoever wants to can open one again.
 */
export async function loadSurveys(
  scope: Scope,
  { surveys, startDate, endDate }: SampleWorkspace,
): Promise<void> {
  const { workspaceId } = scope;
  await scope.run(async (db) => {
    await db.surveySite.create({
      data: { workspaceId, id: idFrom(`survey site ${workspaceId}`), publicKey: newPublicKey() },
    });
    await db.survey.createMany({
      data: surveys.map(({ key, name, kind }) => ({
        workspaceId,
        id: sampleId(key),
        key,
        name,
        metric: kind,
        publicKey: newPublicKey(),
        delivery: deliverySchema.parse({ mode: kind === 'nps' ? 'none' : 'popover' }),
        createdAt: new Date(startDate),
        closedAt: new Date(Date.parse(endDate) + MS_PER_DAY),
      })),
    });
    await db.surveyVersion.createMany({
      data: surveys.map((survey) => ({
        workspaceId,
        id: versionId(survey.key),
        surveyId: sampleId(survey.key),
        number: 1,
        definition: toJson(define(survey)),
        publishedAt: new Date(startDate),
      })),
    });
    await db.question.createMany({
      data: surveys.flatMap((survey) =>
        define(survey).questions.map((question, position) => ({
          workspaceId,
          id: questionId(survey.key, question.key),
          surveyVersionId: versionId(survey.key),
          key: question.key,
          kind: question.kind,
          text: question.text,
          metric: chooseScores(define(survey), []).get(question.key) ?? null,
          position,
        })),
      ),
    });
  });
}

function define({ kind, question }: SampleSurvey): Definition {
  const template = makeTemplate(TEMPLATES[kind]);
  const [score, ...others] = template.questions;
  return score ? { ...template, questions: [{ ...score, text: question }, ...others] } : template;
}

/** A time that a survey was shown, and what became of it. */
interface Showing {
  id: string;
  surveyId: string;
  contactId: string | undefined;
  channel: string;
  shownAt: Date;
}

/**
 * Makes of the recorded scores and comments answers to the surveys' questions: begun when they were shown, most of them
 * finished, among many showings that nobody answered.
 * @param ids of the recorded responses and of the contacts, by their external ids
 */
export async function answerSurveys(
  scope: Scope,
  sample: SampleWorkspace,
  ids: { responses: Map<string, string>; contacts: Map<string, string> },
): Promise<void> {
  const { workspaceId } = scope;
  const random = makeRandom(seedFrom('showings'));
  const surveyOf = new Map(sample.surveys.map((survey) => [survey.key, survey]));
  const contacts = [...ids.contacts.values()];
  const showings: Showing[] = [];
  const responses: object[] = [];
  for (const { externalId, surveyKey, contactExternalId, comment, submittedAt } of sample.responses) {
    const [id, survey] = [ids.responses.get(externalId), surveyOf.get(surveyKey)];
    if (!id || !survey) throw new Error(`The sample's response ${externalId} was not recorded.`);
    const seconds = comment === null ? drawInteger(random, 3, 12) : drawInteger(random, 15, 120);
    const startedAt = new Date(Date.parse(submittedAt) - 1000 * seconds);
    const surveyId = sampleId(surveyKey);
    const channel = CHANNELS[survey.kind];
    const hasLeft = comment === null && random() < LEFT_SHARE;
    responses.push({
      id,
      started_at: startedAt,
      completed_at: hasLeft ? null : submittedAt,
      channel,
      why_id: comment === null ? null : newId(),
      question_id: questionId(surveyKey, 'why'),
    });
    showings.push({
      ...{ id, surveyId, channel, shownAt: startedAt },
      contactId: ids.contacts.get(contactExternalId),
    });
    for (let more = 0; more < UNANSWERED[survey.kind]; more++) {
      showings.push({
        ...{ id: newId(), surveyId, channel, shownAt: drawMoment(random, sample) },
        contactId: drawOne(random, contacts),
      });
    }
  }
  await scope.run(async (db) => {
    await db.$executeRaw`
      INSERT INTO impressions (workspace_id, id, survey_id, contact_id, channel, shown_at)
      SELECT ${workspaceId}::uuid, s.id, s."surveyId", s."contactId", s.channel, s."shownAt"
      FROM jsonb_to_recordset(${JSON.stringify(showings)}::jsonb)
        AS s(id uuid, "surveyId" uuid, "contactId" uuid, channel text, "shownAt" timestamptz)`;
    const given = JSON.stringify(responses);
    await db.$executeRaw`
      UPDATE responses r SET started_at = g.started_at, completed_at = g.completed_at, channel = g.channel, language = 'en'
      FROM jsonb_to_recordset(${given}::jsonb)
        AS g(id uuid, started_at timestamptz, completed_at timestamptz, channel text)
      WHERE r.workspace_id = ${workspaceId}::uuid AND r.id = g.id`;
    await db.$executeRaw`
      UPDATE answers a SET question_id = q.id
      FROM responses r JOIN questions q ON q.workspace_id = r.workspace_id AND q.survey_version_id = r.survey_version_id
      WHERE a.workspace_id = ${workspaceId}::uuid AND r.workspace_id = a.workspace_id AND r.id = a.response_id
        AND q.metric = a.metric`;
    await db.$executeRaw`
      INSERT INTO answers (workspace_id, id, response_id, question_id, choices, answered_at)
      SELECT ${workspaceId}::uuid, g.why_id, r.id, g.question_id, '{}', r.submitted_at
      FROM jsonb_to_recordset(${given}::jsonb) AS g(id uuid, why_id uuid, question_id uuid)
        JOIN responses r ON r.workspace_id = ${workspaceId}::uuid AND r.id = g.id
      WHERE g.why_id IS NOT NULL`;
  });
}

function drawMoment(random: RandomSource, { startDate, endDate }: SampleWorkspace): Date {
  const [first, last] = [Date.parse(startDate), Date.parse(endDate)];
  return new Date(first + Math.floor(random() * (last - first + MS_PER_DAY)));
}
