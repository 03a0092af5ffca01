import { beforeAll, describe, expect, it } from 'vitest';
import { findUsageEvents } from '@/lib/accounts/find-usage-events';
import { weekOf } from '@/lib/accounts/usage-href';
import { ACTIVE_USERS } from '@/lib/accounts/usage-trend';
import { findAccountPeople } from '@/lib/annotations/find-account-people';
import { countFeedback } from '@/lib/annotations/find-feedback';
import { findTimeline, type TimelineEvent } from '@/lib/annotations/find-timeline';
import { parsePlace, type TimelineKind, timelineKinds } from '@/lib/annotations/timeline-place';
import { newId, sha256 } from '@/lib/core/ids';
import type { Db } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { makeSource, makeWorkspace } from '@/lib/db/testing/make-workspace';

const MIDNIGHT = '2026-05-01T00:00:00Z';
const [USES, AGAIN] = [newId(), newId()];
let scope: Scope;
let accountId: string;
let contactId: string;

/** An account with events of every kind, many of them at one moment. */
beforeAll(async () => {
  scope = await makeWorkspace();
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  [accountId, contactId] = [newId(), newId()];
  await scope.run(async (db) => {
    await db.account.create({
      data: {
        ...{ workspaceId, id: accountId, name: 'Acme', churnReason: 'price' },
        ...{ startedAt: new Date('2025-01-01'), renewalAt: new Date('2026-12-01') },
        churnedAt: new Date(MIDNIGHT),
      },
    });
    await db.contact.create({ data: { workspaceId, id: contactId, name: 'Pat' } });
    await db.employment.create({ data: { workspaceId, id: newId(), contactId, accountId, title: 'CTO' } });
    for (const [index, validFrom] of ['2025-01-01', MIDNIGHT].entries()) {
      await db.accountArr.create({
        data: {
          ...{ workspaceId, id: newId(), accountId, currency: 'EUR' },
          ...{ validFrom: new Date(validFrom), arrCents: BigInt(1000 + index) },
        },
      });
    }
    const use = { workspaceId, sourceId, accountId, contactId, name: 'export', count: 2 };
    for (const day of ['2026-03-02', '2026-03-03', '2026-03-20']) {
      await db.usageEvent.create({
        data: { ...use, id: newId(), externalId: day, occurredAt: new Date(day) },
      });
    }
    await db.usageEvent.create({
      data: {
        ...{ ...use, id: newId(), externalId: 'people', occurredAt: new Date('2026-03-20') },
        ...{ contactId: null, name: ACTIVE_USERS, count: 7 },
      },
    });
    await db.transaction.create({
      data: {
        ...{ workspaceId, id: newId(), sourceId, externalId: 'i1', accountId, kind: 'Invoice' },
        ...{ amountCents: 500n, currency: 'EUR', occurredAt: new Date('2026-03-05') },
      },
    });
    await db.transaction.create({
      data: {
        ...{ workspaceId, id: newId(), sourceId, externalId: 'i2', accountId, contactId, kind: 'Seats' },
        ...{ amountCents: 900n, currency: 'EUR', occurredAt: new Date('2026-03-06') },
      },
    });
    await db.response.create({
      data: {
        ...{ workspaceId, id: newId(), sourceId, accountId, contactId, externalId: 'chosen' },
        ...{ ...(await makeSurvey(db, workspaceId)), submittedAt: new Date('2026-02-02T10:00:00Z') },
        answers: {
          create: [
            { id: newId(), questionId: USES, choices: ['export', 'sso'], answeredAt: new Date(MIDNIGHT) },
            { id: newId(), questionId: AGAIN, choices: ['yes'], answeredAt: new Date(MIDNIGHT) },
          ].map(({ questionId, ...answer }) => ({
            ...answer,
            question: { connect: { workspaceId_id: { workspaceId, id: questionId } } },
          })),
        },
      },
    });
    for (let index = 0; index < 6; index++) {
      const at = new Date(index < 4 ? MIDNIGHT : `2026-0${index}-02T10:00:00Z`);
      const own = { workspaceId, sourceId, accountId, contactId };
      const [conversationId, responseId, feedbackId, text] = [
        newId(),
        newId(),
        newId(),
        `Statement ${index}`,
      ];
      await db.conversation.create({
        data: { ...own, id: conversationId, externalId: conversationId, channel: 'ticket', startedAt: at },
      });
      await db.response.create({ data: { ...own, id: responseId, externalId: responseId, submittedAt: at } });
      await db.answer.create({
        data: { workspaceId, id: newId(), responseId, metric: 'nps', score: index, answeredAt: at },
      });
      await db.feedback.create({
        data: {
          ...{
            ...own,
            id: feedbackId,
            externalId: feedbackId,
            channel: 'ticket',
            occurredAt: at,
            conversationId,
          },
          ...{ responseId, text, textHash: sha256(text) },
        },
      });
    }
  });
});

/** A survey of two questions of choice, and nothing in words. */
async function makeSurvey(db: Db, workspaceId: string) {
  const [surveyId, surveyVersionId] = [newId(), newId()];
  const choices = [
    { key: 'export', text: 'Exports' },
    { key: 'sso', text: 'Single sign-on' },
  ];
  await db.survey.create({ data: { workspaceId, id: surveyId, key: surveyId, name: 'What you use' } });
  await db.surveyVersion.create({
    data: {
      ...{ workspaceId, id: surveyVersionId, surveyId, number: 1, publishedAt: new Date(MIDNIGHT) },
      definition: {
        ...{ language: 'en', thanks: { title: 'Thank you' } },
        questions: [{ key: 'uses', kind: 'multiple', text: 'Which do you use?', choices }],
      },
    },
  });
  const asked = { workspaceId, surveyVersionId, kind: 'multiple' };
  await db.question.createMany({
    data: [
      { ...asked, id: USES, key: 'uses', text: 'Which do you use?', position: 0 },
      { ...asked, id: AGAIN, key: 'again', text: 'Would you buy it again?', position: 1 },
    ],
  });
  return { surveyId, surveyVersionId };
}

async function readAll(only: TimelineKind | null, pageSize: number): Promise<TimelineEvent[]> {
  const events: TimelineEvent[] = [];
  let at: string | undefined;
  let pages = 0;
  do {
    const page = await findTimeline(scope, { accountId }, { only, place: parsePlace(at) }, pageSize);
    events.push(...page.events);
    at = page.older ?? undefined;
    pages++;
  } while (at);
  // And back up again.
  let back = await findTimeline(scope, { accountId }, { only, place: parsePlace(at) }, pageSize);
  for (let step = 1; step < pages; step++) {
    back = await findTimeline(scope, { accountId }, { only, place: parsePlace(back.older ?? '') }, pageSize);
  }
  for (let step = pages - 1; step > 0; step--) {
    back = await findTimeline(scope, { accountId }, { only, place: parsePlace(back.newer ?? '') }, pageSize);
    expect(back.events).toEqual(events.slice((step - 1) * pageSize, step * pageSize));
  }
  return events;
}

describe('the timeline of an account', () => {
  it('visits every event once, newest first, page by page, down and up', async () => {
    for (const pageSize of [2, 3, 7]) {
      const events = await readAll(null, pageSize);
      expect(events).toHaveLength(6 + 6 + 6 + 1 + 2 + 2 + 2 + 3);
      expect(new Set(events.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(events.length);
      const moments = events.map(({ at }) => at.getTime());
      expect(moments).toEqual([...moments].sort((a, b) => b - a));
    }
  });

  it('counts what it shows of each kind', async () => {
    const { counts } = await findTimeline(scope, { accountId }, { only: null, place: null });
    for (const kind of timelineKinds) {
      expect(await readAll(kind, 4)).toHaveLength(counts[kind]);
    }
    expect(counts.feedback).toBe(await countFeedback(scope, { account: accountId }));
  });

  it('tells what an event needs', async () => {
    const events = await readAll(null, 50);
    const [renewal] = events;
    expect(renewal).toMatchObject({ kind: 'renewal', at: new Date('2026-12-01') });
    expect(events.find(({ kind }) => kind === 'churned')).toMatchObject({ reason: 'price' });
    expect(events.filter(({ kind }) => kind === 'revenue')).toMatchObject([
      { arrCents: 1001, currency: 'EUR', before: { arrCents: 1000, currency: 'EUR' } },
      { arrCents: 1000, before: null },
    ]);
    expect(events.filter(({ kind }) => kind === 'usage')).toMatchObject([
      { people: 7, times: 2, names: [{ name: 'export', times: 2 }] },
      { people: 1, times: 4, names: [{ name: 'export', times: 4 }] },
    ]);
    expect(events.filter(({ kind }) => kind === 'purchase')).toMatchObject([
      { what: 'Seats', amountCents: 900, who: 'Pat' },
      { what: 'Invoice', amountCents: 500, who: null },
    ]);
    expect(events.filter(({ kind }) => kind === 'answer')).toMatchObject([
      {
        ...{ who: 'Pat', survey: { name: 'What you use' } },
        answers: [
          { question: 'Which do you use?', chosen: 'Exports, Single sign-on' },
          { question: 'Would you buy it again?', chosen: 'yes' },
        ],
      },
    ]);
    const said = events.find((event) => event.kind === 'feedback');
    const score = events.find((event) => event.kind === 'score');
    expect(score).toMatchObject({ who: 'Pat', metric: 'nps', feedbackId: said?.id });
  });

  it('counts of use the records that its link lists', async () => {
    const usage = (await readAll('usage', 50)).filter((event) => event.kind === 'usage');
    expect(usage).toHaveLength(2);
    for (const { at, times, names } of usage) {
      const list = await findUsageEvents(scope, { accountId, ...weekOf(at) }, { page: 1, pageSize: 50 });
      expect(list.times).toBe(times);
      const done = new Set(list.records.map(({ name }) => name).filter((name) => name !== ACTIVE_USERS));
      expect([...done]).toEqual(names.map(({ name }) => name));
    }
    const page = await findUsageEvents(scope, { contactId }, { page: 2, pageSize: 2 });
    expect(page).toMatchObject({ total: 3, records: [{ occurredAt: new Date('2026-03-02'), count: 2 }] });
  });

  it('is that of a person, too, with what they bought, without the money of their company', async () => {
    const { events, counts } = await findTimeline(scope, { contactId }, { only: null, place: null });
    expect(events).toHaveLength(6 + 6 + 6 + 1 + 2 + 1);
    expect(counts).toMatchObject({ usage: 2, purchase: 1, revenue: 0, milestone: 0 });
    const none = await findTimeline(scope, { contactId }, { only: 'revenue', place: null });
    expect(none.events).toEqual([]);
  });

  it('holds nothing for another workspace', async () => {
    const other = await makeWorkspace();
    const { events } = await findTimeline(other, { accountId }, { only: null, place: null });
    expect(events).toEqual([]);
    expect(await findAccountPeople(other, accountId, { page: 1, pageSize: 10 })).toEqual({
      people: [],
      total: 0,
    });
  });
});

it('names the people of an account with what they said last', async () => {
  const { people, total } = await findAccountPeople(scope, accountId, { page: 1, pageSize: 10 });
  expect(total).toBe(1);
  expect(await findAccountPeople(scope, accountId, { page: 2, pageSize: 10 })).toEqual({ people: [], total });
  expect(people[0]).toMatchObject({ name: 'Pat', title: 'CTO', hasLeft: false, npsScore: 5 });
  expect(people[0]?.statements).toBe(await countFeedback(scope, { contact: contactId }));
});
