import { ensureContacts } from '@/lib/accounts/ensure-contacts';
import { newId } from '@/lib/core/ids';
import type { Scope } from '@/lib/db/scope';
import { recordFeedback } from '@/lib/feedback/record-feedback';
import type { FeedbackInput } from '@/lib/feedback/schema';
import { recordResponses } from '@/lib/responses/record-responses';
import type { ResponseInput } from '@/lib/responses/schema';
import { setSetting } from '@/lib/settings/commands';
import { answerSurveys, loadSurveys, sampleId } from './load-surveys';
import { shipFix } from './ship-fix';
import type { SampleConversation, SampleWorkspace } from './types';

/** Rates the sample's customers are converted by; fixed, as all of the sample is. */
const RATES = { EUR: 1.1, GBP: 1.3 };

/** Ids of what the sample's rows refer to, by their external ids. */
interface Ids {
  source: string;
  accounts: Map<string, string>;
  contacts: Map<string, string>;
  accountOfContact: Map<string, string>;
  surveys: Map<string, string>;
}

/** Writes the sample through the same commands that imports use; the worker then reads it like any other feedback. */
export async function loadSampleWorkspace(scope: Scope, sample: SampleWorkspace): Promise<void> {
  await scope.run(async (_db, inner) => {
    await setSetting(inner, 'currencyRates', RATES);
    // Its words are made up, and the same installation is to show the same figures: it learns when asked.
    await setSetting(inner, 'textModel', { modelVersionId: null, learnsByItself: false });
    const ids = await loadDirectory(inner, sample);
    await loadResponses(inner, sample, ids);
    await loadReviews(inner, sample, ids);
    await loadConversations(inner, sample, ids);
    await loadUsage(inner, sample, ids);
    await shipFix(inner, sample);
  });
}

async function loadDirectory(scope: Scope, sample: SampleWorkspace): Promise<Ids> {
  const { workspaceId } = scope;
  const source = newId();
  const accounts = new Map(
    sample.accounts.map((account) => [account.externalId, sampleId(account.externalId)]),
  );
  await scope.run(async (db) => {
    await db.source.create({ data: { workspaceId, id: source, kind: 'sample', name: 'Sample data' } });
    await db.account.createMany({
      data: sample.accounts.map(({ arrHistory, startedAt, churnedAt, renewalAt, ...account }) => ({
        ...account,
        workspaceId,
        id: sampleId(account.externalId),
        arrCents: arrHistory.at(-1)?.arrCents ?? null,
        startedAt: new Date(startedAt),
        churnedAt: churnedAt && new Date(churnedAt),
        renewalAt: new Date(renewalAt),
      })),
    });
    await db.accountArr.createMany({
      data: sample.accounts.flatMap(({ externalId, currency, arrHistory }) =>
        arrHistory.map(({ from, arrCents }) => ({
          workspaceId,
          id: newId(),
          accountId: sampleId(externalId),
          validFrom: new Date(from),
          arrCents,
          currency,
        })),
      ),
    });
  });
  await loadSurveys(scope, sample);
  const contactIds = await ensureContacts(
    scope,
    sample.contacts.map(({ externalId, email, name, accountExternalId }) => ({
      externalId,
      email,
      name,
      accountId: accounts.get(accountExternalId),
    })),
    null,
  );
  return {
    source,
    accounts,
    contacts: new Map(sample.contacts.map(({ externalId }, index) => [externalId, contactIds[index] ?? ''])),
    accountOfContact: new Map(
      sample.contacts.map(({ externalId, accountExternalId }) => [
        externalId,
        accounts.get(accountExternalId) ?? '',
      ]),
    ),
    surveys: new Map(sample.surveys.map(({ key }) => [key, sampleId(key)])),
  };
}

async function loadResponses(scope: Scope, sample: SampleWorkspace, ids: Ids): Promise<void> {
  const metricOf = new Map(sample.surveys.map(({ key, kind }) => [key, kind]));
  const responses = sample.responses.map(
    ({ externalId, surveyKey, contactExternalId, score, submittedAt }): ResponseInput => ({
      ...person(ids, contactExternalId),
      sourceId: ids.source,
      externalId,
      surveyId: ids.surveys.get(surveyKey),
      surveyVersionId: sampleId(`${surveyKey} 1`),
      submittedAt: new Date(submittedAt),
      scores: [{ metric: metricOf.get(surveyKey) ?? 'nps', score }],
    }),
  );
  const recorded = await recordResponses(scope, responses);
  await answerSurveys(scope, sample, { responses: recorded.ids, contacts: ids.contacts });
  await recordFeedback(
    scope,
    sample.responses.flatMap(({ externalId, contactExternalId, comment, submittedAt }): FeedbackInput[] =>
      comment === null
        ? []
        : [
            {
              ...person(ids, contactExternalId),
              sourceId: ids.source,
              externalId,
              channel: 'survey',
              text: comment,
              occurredAt: new Date(submittedAt),
              responseId: recorded.ids.get(externalId),
            },
          ],
    ),
  );
}

async function loadReviews(scope: Scope, sample: SampleWorkspace, ids: Ids): Promise<void> {
  const of = (review: SampleWorkspace['reviews'][number]) => ({
    sourceId: ids.source,
    externalId: review.externalId,
    accountId: review.accountExternalId ? ids.accounts.get(review.accountExternalId) : undefined,
    contactId: review.contactExternalId ? ids.contacts.get(review.contactExternalId) : undefined,
  });
  const recorded = await recordResponses(
    scope,
    sample.reviews.map((review) => ({
      ...of(review),
      submittedAt: new Date(review.at),
      scores: [{ metric: 'rating' as const, score: review.rating }],
    })),
  );
  await recordFeedback(
    scope,
    sample.reviews.map((review) => ({
      ...of(review),
      channel: 'review' as const,
      title: review.title,
      text: review.text,
      occurredAt: new Date(review.at),
      responseId: recorded.ids.get(review.externalId),
      custom: { site: review.site },
    })),
  );
}

async function loadConversations(scope: Scope, sample: SampleWorkspace, ids: Ids): Promise<void> {
  const { workspaceId } = scope;
  const channelOf = { ticket: 'ticket', transcript: 'call' } as const;
  await scope.run((db) =>
    db.conversation.createMany({
      data: sample.conversations.map((conversation) => ({
        ...person(ids, conversation.contactExternalId),
        workspaceId,
        id: sampleId(conversation.externalId),
        sourceId: ids.source,
        externalId: conversation.externalId,
        channel: channelOf[conversation.kind],
        subject: conversation.subject,
        startedAt: new Date(conversation.startedAt),
      })),
    }),
  );
  const rated = sample.conversations.filter((conversation) => conversation.csatScore !== undefined);
  const recorded = await recordResponses(
    scope,
    rated.map((conversation) => ({
      ...person(ids, conversation.contactExternalId),
      sourceId: ids.source,
      externalId: `${conversation.externalId}-rating`,
      submittedAt: lastMessageAt(conversation),
      scores: [{ metric: 'csat' as const, score: conversation.csatScore ?? 0 }],
    })),
  );
  await recordFeedback(
    scope,
    sample.conversations.flatMap((conversation) =>
      conversation.messages
        .filter((message) => message.author === 'customer')
        .map((message) => ({
          ...person(ids, conversation.contactExternalId),
          sourceId: ids.source,
          externalId: message.externalId,
          channel: channelOf[conversation.kind],
          title: conversation.subject,
          text: message.text,
          occurredAt: new Date(message.at),
          conversationId: sampleId(conversation.externalId),
          responseId: recorded.ids.get(`${conversation.externalId}-rating`),
          ...(message.offsetSeconds === undefined
            ? {}
            : { custom: { offsetSeconds: String(message.offsetSeconds) } }),
        })),
    ),
  );
}

async function loadUsage(scope: Scope, sample: SampleWorkspace, ids: Ids): Promise<void> {
  const rows = sample.usageEvents.flatMap(({ accountExternalId, week, activeUsers, sessions }) =>
    Object.entries({ active_users: activeUsers, sessions }).map(([name, count]) => ({
      id: newId(),
      external_id: `${accountExternalId} ${week} ${name}`,
      account_id: ids.accounts.get(accountExternalId),
      name,
      count,
      occurred_at: week,
    })),
  );
  // In one statement: tens of thousands of rows are slow as rows of parameters.
  await scope.run(
    (db) => db.$executeRaw`
      INSERT INTO usage_events (workspace_id, id, source_id, external_id, account_id, name, count, occurred_at)
      SELECT ${scope.workspaceId}::uuid, r.id, ${ids.source}::uuid, r.external_id, r.account_id, r.name, r.count, r.occurred_at
      FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        AS r(id uuid, external_id text, account_id uuid, name text, count int, occurred_at timestamptz)`,
  );
}

function person(
  ids: Ids,
  contactExternalId: string,
): { contactId: string | undefined; accountId: string | undefined } {
  return {
    contactId: ids.contacts.get(contactExternalId),
    accountId: ids.accountOfContact.get(contactExternalId),
  };
}

function lastMessageAt(conversation: SampleConversation): Date {
  return new Date(conversation.messages.at(-1)?.at ?? conversation.startedAt);
}
