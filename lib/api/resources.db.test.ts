import { describe, expect, it } from 'vitest';
import { listAccounts, upsertAccounts } from '@/lib/api/accounts/account-operations';
import { listContacts, upsertContacts } from '@/lib/api/contacts/contact-operations';
import { addEvents, listEvents } from '@/lib/api/events/event-operations';
import { listFeedback } from '@/lib/api/feedback/feedback-operations';
import { operations } from '@/lib/api/operations';
import { addResponses, listResponses } from '@/lib/api/responses/response-operations';
import { callApi, makeApiWorkspace } from '@/lib/api/testing/call-api';
import { defineApiRoute } from '@/lib/http/define-api-route';
import { makeSurvey } from '@/lib/surveys/testing/make-survey';
import { findAuditActions } from '@/lib/workspaces/testing/make-members';

const at = '2026-03-01T10:00:00Z';
type Listed = { items: Record<string, unknown>[]; nextCursor: string | null };
const route = defineApiRoute;

describe('accounts', () => {
  const [POST, GET] = [route(upsertAccounts), route(listAccounts)];

  it('are made and changed by external id, with a history of what they paid', async () => {
    const { scope, key } = await makeApiWorkspace();
    const first = await callApi(POST, {
      key,
      body: {
        items: [
          {
            externalId: 'acme',
            name: 'Acme',
            plan: 'Pro',
            segment: 'SMB',
            startedAt: '2023-01-01',
            arrHistory: [
              { validFrom: '2024-01-01', arrCents: 200_000, currency: 'eur', reason: 'more seats' },
              { validFrom: '2023-01-01', arrCents: 100_000, currency: 'EUR' },
            ],
          },
          {
            externalId: 'beta',
            arrCents: 5,
            currency: 'USD',
            arrReason: 'pilot',
            startedAt: '2025-05-05',
          },
        ],
      },
    });
    expect(first.body).toMatchObject({ added: 2, refused: 0 });
    const again = await callApi(POST, {
      key,
      body: {
        items: [
          {
            externalId: 'acme',
            arrHistory: [{ validFrom: '2023-01-01', arrCents: 100_000, currency: 'EUR' }],
          },
          { externalId: 'beta', churnedAt: '2026-01-31', churnReason: 'Price' },
        ],
      },
    });
    expect(again.body).toMatchObject({ unchanged: 1, changed: 1 });
    const cleared = await callApi(POST, { key, body: { items: [{ externalId: 'acme', segment: null }] } });
    expect(cleared.body).toMatchObject({ changed: 1 });
    const { body } = await callApi<Listed>(GET, { key });
    const byKey = body.items.toSorted((a, b) => String(a.externalId).localeCompare(String(b.externalId)));
    expect(byKey.toReversed()).toMatchObject([
      {
        externalId: 'beta',
        arrHistory: [{ validFrom: '2025-05-05', arrCents: 5, currency: 'USD', reason: 'pilot' }],
        churnedAt: '2026-01-31',
      },
      {
        externalId: 'acme',
        name: 'Acme',
        segment: null,
        arrCents: 200_000,
        currency: 'EUR',
        arrHistory: [
          { validFrom: '2023-01-01', arrCents: 100_000, currency: 'EUR', reason: null },
          { validFrom: '2024-01-01', arrCents: 200_000, currency: 'EUR', reason: 'more seats' },
        ],
      },
    ]);
    const churned = await callApi<Listed>(GET, { key, query: { churned: 'yes' } });
    expect(churned.body.items).toHaveLength(1);
    expect((await findAuditActions(scope)).filter((action) => action.startsWith('account.'))).toEqual([
      'account.written_by_api',
      'account.written_by_api',
      'account.written_by_api',
    ]);
  });

  it('with dates or amounts that cannot be are refused one by one, as in a file', async () => {
    const { scope, key } = await makeApiWorkspace();
    const items = [
      { externalId: 'a', startedAt: '2024-05-01', churnedAt: '2024-04-30' },
      { externalId: 'b', churnedAt: '2999-01-01' },
      { externalId: 'c', arrCents: 100 },
      { externalId: 'd', arrCents: -1, currency: 'EUR' },
      { externalId: 'e', arrCents: 1.5, currency: 'XYZ' },
      { externalId: 'f', startedAt: '2024-02-30' },
      { externalId: 'g', arrHistory: [{ validFrom: '2999-01-01', arrCents: 1, currency: 'EUR' }] },
      { externalId: 'h', churned: true },
      { externalId: 'i', plan: 'Pro' },
    ];
    const { status, body } = await callApi<{ errors: { index: number; field: string }[] }>(POST, {
      key,
      body: { items },
    });
    expect(status).toBe(207);
    expect(body.errors.map(({ index, field }) => `${index} ${field}`)).toEqual([
      '0 churnedAt',
      '1 churnedAt',
      '2 currency',
      '3 arrCents',
      '4 arrCents',
      '4 currency',
      '5 startedAt',
      '6 arrHistory.0.validFrom',
      '7 churned',
    ]);
    expect(await scope.run((db) => db.account.count())).toBe(1);
  });
});

describe('contacts', () => {
  const [POST, GET] = [route(upsertContacts), route(listContacts)];

  it('are one person by key or e-mail, and get the name that came last', async () => {
    const { key } = await makeApiWorkspace();
    const send = (...items: object[]) => callApi(POST, { key, body: { items } });
    expect((await send({ email: 'Ann@x.org' }, { externalId: 'u2', name: 'Bo' })).body).toMatchObject({
      added: 2,
    });
    const account = { externalId: 'acme', name: 'Acme' };
    const merged = await send({ externalId: 'u1', email: 'ann@x.org', name: 'Ann', account });
    expect(merged.body).toMatchObject({ added: 0, changed: 1 });
    expect((await send({ externalId: 'u1', name: 'Ann', account })).body).toMatchObject({ unchanged: 1 });
    const found = await callApi<Listed>(GET, { key, query: { email: 'ann@X.org' } });
    expect(found.body.items).toMatchObject([
      { externalId: 'u1', email: 'ann@x.org', name: 'Ann', accounts: [{ externalId: 'acme', name: 'Acme' }] },
    ]);
    expect((await send({ name: 'Nobody' })).status).toBe(422);
  });
});

describe('responses', () => {
  const [POST, GET, FEEDBACK] = [route(addResponses), route(listResponses), route(listFeedback)];

  it('keep scores, and their texts become feedback, once', async () => {
    const { scope, key } = await makeApiWorkspace();
    const surveyId = await makeSurvey(scope);
    const survey = await scope.run((db) => db.survey.findFirstOrThrow({ where: { id: surveyId } }));
    const items = [
      {
        externalId: 'r1',
        submittedAt: at,
        survey: survey.key,
        scores: [
          { metric: 'nps', score: 3 },
          { metric: 'ces', score: 7 },
        ],
        texts: [
          { key: 'why', text: 'Too slow', title: 'Why?' },
          { key: 'what', text: 'Make it faster' },
        ],
        contact: { externalId: 'u1' },
      },
      { externalId: 'r2', submittedAt: at, scores: [{ metric: 'csat', score: 5 }] },
    ];
    expect((await callApi(POST, { key, body: { items } })).body).toMatchObject({ added: 2 });
    expect((await callApi(POST, { key, body: { items } })).body).toMatchObject({ added: 0, unchanged: 2 });
    const { body } = await callApi<Listed>(GET, { key, query: { metric: 'nps' } });
    expect(body.items).toMatchObject([
      {
        externalId: 'r1',
        survey: { key: survey.key },
        scores: [
          { metric: 'nps', score: 3 },
          { metric: 'ces', score: 7 },
        ],
      },
    ]);
    const texts = await callApi<Listed>(FEEDBACK, { key });
    expect(
      texts.body.items.map(({ externalId, channel, responseId }) => [externalId, channel, responseId]),
    ).toEqual(
      expect.arrayContaining([
        ['r1/why', 'survey', body.items[0]?.id],
        ['r1/what', 'survey', body.items[0]?.id],
      ]),
    );
    expect(await scope.run((db) => db.answer.count())).toBe(3);
  });

  it('with scores off their scale, no answer or an unknown survey are refused', async () => {
    const { scope, key } = await makeApiWorkspace();
    const scored = (metric: string, score: number) => ({ scores: [{ metric, score }] });
    const items = [
      { externalId: '1', submittedAt: at, ...scored('nps', 11) },
      { externalId: '2', submittedAt: at, ...scored('csat', 0) },
      { externalId: '3', submittedAt: at },
      { externalId: '4', submittedAt: at, ...scored('nps', 1), survey: 'nowhere' },
      { externalId: '5', submittedAt: at, texts: [{ text: 'a' }, { text: 'b' }] },
      { externalId: '6', submittedAt: at, texts: [{ text: 'a' }] },
    ];
    const { status, body } = await callApi<{ errors: { index: number; field: string; detail: string }[] }>(
      POST,
      {
        key,
        body: { items },
      },
    );
    expect(status).toBe(207);
    expect(body.errors.map(({ index, field }) => `${index} ${field}`)).toEqual([
      '0 scores.0.score',
      '1 scores.0.score',
      '2 ',
      '3 survey',
      '4 texts',
    ]);
    expect(body.errors[0]?.detail).toContain('from 0 to 10');
    expect(await scope.run((db) => db.response.count())).toBe(1);
  });
});

describe('events', () => {
  const [POST, GET] = [route(addEvents), route(listEvents)];

  it('are stored once at their account, or at the one account of their person', async () => {
    const { key } = await makeApiWorkspace();
    const items = [
      {
        externalId: 'e1',
        name: 'login',
        occurredAt: at,
        account: { externalId: 'a' },
        contact: { externalId: 'u' },
      },
      { externalId: 'e2', name: 'export', occurredAt: at, contact: { externalId: 'u' }, count: 3 },
      { externalId: 'e3', name: 'export', occurredAt: at, contact: { externalId: 'stranger' } },
    ];
    const first = await callApi(POST, { key, body: { items } });
    expect(first.body).toMatchObject({ added: 2, refused: 1, errors: [{ index: 2, field: 'account' }] });
    expect((await callApi(POST, { key, body: { items } })).body).toMatchObject({ added: 0, unchanged: 2 });
    const { body } = await callApi<Listed>(GET, { key, query: { name: 'export' } });
    expect(body.items).toMatchObject([{ externalId: 'e2', count: 3 }]);
  });
});

describe('every list', () => {
  const lists = operations.filter(({ method, path }) => method === 'GET' && !path.includes('{'));

  it('is empty in a new workspace, whatever others hold', async () => {
    const full = await makeApiWorkspace();
    await makeSurvey(full.scope);
    const account = { externalId: 'a' };
    const event = { externalId: '1', name: 'x', occurredAt: at, account, contact: { externalId: 'u' } };
    await callApi(route(addEvents), { key: full.key, body: { items: [event] } });
    const response = {
      externalId: '1',
      submittedAt: at,
      scores: [{ metric: 'nps', score: 1 }],
      texts: [{ text: 'a' }],
    };
    await callApi(route(addResponses), { key: full.key, body: { items: [response] } });
    await full.scope.run((db) =>
      db.theme.create({
        data: { workspaceId: full.scope.workspaceId, id: '0198c3f0-5a3e-7c1d-9a39-3f2b8a1d7c55', name: 'T' },
      }),
    );
    const fresh = await makeApiWorkspace();
    for (const operation of lists) {
      const own = await callApi<Listed>(route(operation), { key: full.key });
      const other = await callApi<Listed>(route(operation), { key: fresh.key });
      // Nothing is ranked here: the list of issues is empty and is no failure.
      const count = operation.id === 'listIssues' ? 0 : 1;
      expect([operation.id, own.body.items?.length, other.body.items?.length]).toEqual([
        ...[operation.id, count, 0],
      ]);
    }
  });

  it('takes a key that has its scope and no other', async () => {
    const none = await makeApiWorkspace({ scopes: ['events:write'] });
    for (const operation of lists) {
      expect((await callApi(route(operation), { key: none.key })).status).toBe(403);
    }
  });
});
