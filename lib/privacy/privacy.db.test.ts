import { describe, expect, it } from 'vitest';
import { acceptMerge } from '@/lib/accounts/decide-merge';
import { ensurePeople } from '@/lib/accounts/ensure-people';
import { findMerges } from '@/lib/accounts/find-merge-suggestions';
import { undoContactMerge } from '@/lib/accounts/undo-contact-merge';
import { newId } from '@/lib/core/ids';
import type { Prisma } from '@/lib/db/client';
import type { Scope } from '@/lib/db/scope';
import { makeAnswer, makeContact, makeStatement, makeTheme } from '@/lib/db/testing/make-statement';
import { makeSource } from '@/lib/db/testing/make-workspace';
import { hookBodyPlace } from '@/lib/ingest/hooks/keep-delivery';
import { erasePerson } from '@/lib/privacy/erase-person';
import { findPeople } from '@/lib/privacy/find-people';
import { findPersonData } from '@/lib/privacy/find-person-data';
import { sealText } from '@/lib/settings/sealed-text';
import { findAuditActions, makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

const MAIL = 'ann.lee@acme.test';
const SAID = 'The export of invoices never ends.';

/** Everything of a workspace as one text: what an erased person may not be in. */
async function dump(scope: Scope): Promise<string> {
  return scope.run(async (db) => {
    const [all] = await db.$queryRaw<{ text: string }[]>`
      SELECT string_agg(query_to_xml(format('SELECT to_jsonb(t) FROM %I t', table_name), true, true, '')::text, '') AS text
      FROM information_schema.columns
      WHERE table_schema = 'public' AND column_name = 'workspace_id' AND table_name NOT IN ('audit_entries', 'members')`;
    return all?.text ?? '';
  });
}

/** A person who left a trace in every table that can hold one, and somebody else beside. */
async function makeTraces() {
  const { scope, memberId } = await makeOwnedWorkspace();
  const { workspaceId } = scope;
  const sourceId = await makeSource(scope);
  const person = {
    contact: { email: MAIL, externalId: 'ann-7', name: 'Ann Lee' },
    account: { externalId: 'acme' },
  };
  const [known] = await ensurePeople(scope, [person], null);
  const contactId = known?.contactId ?? '';
  const otherId = await makeContact(scope, 'Bob');
  const { responseId } = await makeAnswer(scope, { sourceId, score: 2, contactId });
  const conversationId = newId();
  const own = { workspaceId, contactId };
  await scope.run(async (db) => {
    await db.conversation.create({
      data: {
        ...own,
        id: conversationId,
        sourceId,
        externalId: 't1',
        channel: 'ticket',
        startedAt: new Date(),
      },
    });
    const survey = await db.survey.create({ data: { workspaceId, id: newId(), key: 'nps', name: 'NPS' } });
    await db.impression.create({
      data: {
        ...own,
        id: newId(),
        surveyId: survey.id,
        channel: 'link',
        shownAt: new Date(),
        fields: { who: MAIL },
      },
    });
    await db.consent.create({
      data: { ...own, id: newId(), purpose: 'contact', textVersion: '1', grantedAt: new Date() },
    });
    await db.askingPreference.create({ data: { ...own, id: newId(), neverAsk: true } });
    await db.response.update({
      where: { workspaceId_id: { workspaceId, id: responseId } },
      data: { custom: { Mail: MAIL }, heldAnswers: { text: MAIL } },
    });
    await db.usageEvent.create({
      data: {
        ...own,
        ...{ id: newId(), sourceId, externalId: 'u1', name: 'login', occurredAt: new Date() },
        accountId: known?.accountId ?? '',
      },
    });
    await db.transaction.create({
      data: {
        ...own,
        ...{ id: newId(), sourceId, externalId: 'o1', kind: 'Order 17', occurredAt: new Date() },
        ...{ accountId: known?.accountId ?? '', amountCents: 900n, currency: 'EUR' },
      },
    });
  });
  const statement = await makeStatement(scope, {
    sourceId,
    text: SAID,
    contactId,
    conversationId,
    responseId,
  });
  const others = await makeStatement(scope, {
    sourceId,
    text: 'Bob likes it.',
    contactId: otherId,
    conversationId,
  });
  const themeId = await makeTheme(scope, 'Exports');
  const hookId = newId();
  const bodies = { about: newId(), other: newId() };
  await scope.run(async (db) => {
    await db.feedback.update({
      where: { workspaceId_id: { workspaceId, id: statement.id } },
      data: { custom: { Mail: MAIL }, url: 'https://desk.test/ann-7' },
    });
    await db.feedbackOriginal.create({
      data: {
        ...{ workspaceId, feedbackId: statement.id },
        sealed: sealText(
          scope,
          `feedback:${statement.id}`,
          JSON.stringify({ title: null, text: `${SAID} ${MAIL}` }),
        ),
      },
    });
    const quotes = [{ feedbackId: statement.id, start: 0, end: 10 }];
    await db.themeSummary.create({
      data: { workspaceId, id: newId(), themeId, text: 'Exports hang.', quotes, maker: 'llm', model: 'm' },
    });
    await db.hook.create({
      data: {
        workspaceId,
        id: hookId,
        sourceId,
        kind: 'generic',
        name: 'Desk',
        addressHash: newId(),
        createdById: memberId,
      },
    });
    for (const [id, body] of [
      [bodies.about, `{"from":"${MAIL}"}`],
      [bodies.other, '{"from":"bob@acme.test"}'],
    ] as const) {
      await db.hookDelivery.create({
        data: {
          workspaceId,
          id,
          hookId,
          messageId: id,
          state: 'dead',
          body: sealText(scope, hookBodyPlace(id), body),
        },
      });
    }
    const endpointId = newId();
    await db.webhookEndpoint.create({
      data: {
        ...{ workspaceId, id: endpointId, name: 'Chat', url: 'https://chat.test', secret: new Uint8Array(1) },
        ...{ events: [], createdById: memberId },
      },
    });
    const sent: [string, Prisma.InputJsonObject][] = [
      [
        'feedback.themed',
        {
          feedback: [
            { contactId, text: SAID },
            { contactId: otherId, text: 'Bob likes it.' },
          ],
        },
      ],
      ['response.completed', { response: { contactId } }],
    ];
    for (const [event, data] of sent) {
      await db.webhookDelivery.create({ data: { workspaceId, id: newId(), endpointId, event, data } });
    }
  });
  return {
    scope,
    contactId,
    otherId,
    statementId: statement.id,
    othersId: others.id,
    conversationId,
    bodies,
  };
}

describe('what is held about a person', () => {
  it('is handed out whole, with originals, to who may, and this is written down', async () => {
    const { scope, contactId } = await makeTraces();
    const data = await findPersonData(scope, contactId);
    expect(data).toMatchObject({
      person: { emails: [MAIL], externalIds: ['ann-7'], jobs: [{ accountName: 'acme' }] },
      consents: [{ purpose: 'contact' }],
      asking: [{ neverAsk: true }],
      shownSurveys: [{ fields: { who: MAIL } }],
      responses: [{ custom: { Mail: MAIL }, heldAnswers: { text: MAIL }, answers: [{ score: 2 }] }],
      conversations: [{ externalId: 't1' }],
      statements: [{ text: SAID, original: { text: `${SAID} ${MAIL}` } }],
      usage: [{ name: 'login' }],
      purchases: [{ kind: 'Order 17', amountCents: 900, currency: 'EUR' }],
    });
    expect(await findAuditActions(scope)).toEqual(
      expect.arrayContaining(['feedback.original_read', 'contact.data_read']),
    );
    const { scope: lead } = await makeMember(scope, 'cx_lead');
    await expect(findPersonData(lead, contactId)).rejects.toMatchObject({ kind: 'denied' });
    const { scope: elsewhere } = await makeOwnedWorkspace();
    await expect(findPersonData(elsewhere, contactId)).rejects.toMatchObject({ kind: 'not_found' });
  });
});

describe('finding who asks', () => {
  it('goes by address, number, id and full name, in any case, within the workspace', async () => {
    const { scope } = await makeOwnedWorkspace();
    const contact = { email: MAIL, externalId: 'ann-7', name: 'Ann Lee', phone: '+4930123456' };
    const [known] = await ensurePeople(scope, [{ contact, account: { externalId: 'acme' } }], null);
    const found = [{ id: known?.contactId, name: 'Ann Lee', accounts: ['acme'] }];
    for (const sought of ['ANN.LEE@acme.test', 'ann-7', 'ann lee', '0049 30 123456'])
      expect(await findPeople(scope, sought), sought).toEqual(found);
    expect(await findPeople(scope, 'Ann')).toEqual([]);
    const { scope: elsewhere } = await makeOwnedWorkspace();
    expect(await findPeople(elsewhere, MAIL)).toEqual([]);
  });
});

describe('erasing a person', () => {
  it('leaves no trace in any table, and what others said', async () => {
    const { scope, contactId, othersId, conversationId, bodies } = await makeTraces();
    const before = await dump(scope);
    for (const trace of [contactId, MAIL, 'ann-7', 'Ann Lee', SAID]) expect(before).toContain(trace);
    await erasePerson(scope, { contactId, extent: 'everything' });
    const left = await dump(scope);
    for (const trace of [contactId, MAIL, 'ann-7', 'Ann Lee', SAID]) expect(left).not.toContain(trace);
    expect(left).toContain('Bob likes it.');
    const rows = await scope.run(async (db) => ({
      feedback: await db.feedback.findMany({ select: { id: true, conversationId: true } }),
      usage: await db.usageEvent.count(),
      purchases: await db.transaction.count(),
      summaries: await db.themeSummary.count(),
      received: await db.hookDelivery.findMany({
        orderBy: { state: 'asc' },
        select: { id: true, body: true, state: true },
      }),
    }));
    expect(rows.feedback).toEqual([{ id: othersId, conversationId }]);
    expect([rows.usage, rows.purchases, rows.summaries]).toEqual([1, 1, 0]);
    expect(rows.received).toMatchObject([
      { id: bodies.about, body: null, state: 'ignored' },
      { id: bodies.other, body: expect.anything(), state: 'dead' },
    ]);
    expect(await findAuditActions(scope)).toContain('contact.erased');
    await expect(erasePerson(scope, { contactId, extent: 'everything' })).rejects.toMatchObject({
      kind: 'not_found',
    });
  });

  it('may keep what they said as nobody’s', async () => {
    const { scope, contactId, statementId } = await makeTraces();
    expect(await erasePerson(scope, { contactId, extent: 'identity' })).toEqual({
      statements: 1,
      responses: 1,
    });
    const left = await dump(scope);
    for (const trace of [contactId, MAIL, 'ann-7', 'Ann Lee']) expect(left).not.toContain(trace);
    const rows = await scope.run(async (db) => ({
      statement: await db.feedback.findFirst({ where: { id: statementId } }),
      originals: await db.feedbackOriginal.count(),
      scores: await db.answer.count(),
    }));
    expect(rows).toMatchObject({ statement: { text: SAID, contactId: null }, originals: 0, scores: 1 });
  });

  it('takes with it what an undone merge kept of them', async () => {
    const { scope } = await makeOwnedWorkspace();
    const people = ['a@one.test', 'b@two.test'].map((email) => ({ contact: { email } }));
    const [first, second] = await ensurePeople(scope, people, null);
    const pair: [string, string] = [first?.contactId ?? '', second?.contactId ?? ''];
    await acceptMerge(scope, pair);
    const [merge] = await findMerges(scope, {});
    await undoContactMerge(scope, merge?.id ?? '');
    for (const contactId of pair) await erasePerson(scope, { contactId, extent: 'everything' });
    const left = await dump(scope);
    for (const { contact } of people) expect(left).not.toContain(contact.email);
  });

  it('is for administrators', async () => {
    const { scope, contactId } = await makeTraces();
    const { scope: lead } = await makeMember(scope, 'success_manager');
    await expect(erasePerson(lead, { contactId, extent: 'identity' })).rejects.toMatchObject({
      kind: 'denied',
    });
  });
});
