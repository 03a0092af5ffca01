import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import type { Arrival } from '@/lib/ingest/arrivals/arrival';
import { hookKinds } from '@/lib/ingest/hooks/hook-kinds';
import type { HookKindName } from '@/lib/ingest/hooks/hook-schema';
import { htmlToText } from '@/lib/ingest/html-text';

const receivedAt = new Date('2026-06-01T00:00:00Z');

function read(kind: HookKindName, body: unknown): Arrival[] {
  const sender = hookKinds[kind];
  if (sender.by !== 'http') throw new Error(`${kind} sends letters`);
  const reading = sender.read(body, { mapping: null, receivedAt, ownDomains: new Set() });
  return 'arrivals' in reading ? reading.arrivals : [];
}
const textsOf = (arrivals: Arrival[]) =>
  arrivals.flatMap((one) =>
    one.kind === 'conversation'
      ? one.turns.map(({ text }) => text)
      : one.kind === 'response'
        ? one.texts.map(({ text }) => text)
        : [],
  );

describe('Intercom', () => {
  const part = (id: string, type: string, body: string, more: object = {}) => ({
    ...{ id, part_type: 'comment', body, created_at: 1_663_597_230 },
    author: { type, id: type },
    ...more,
  });
  const notification = (item: object, topic = 'conversation.user.replied') => ({ topic, data: { item } });
  const conversation = {
    ...{ type: 'conversation', id: '1295', created_at: 1_663_597_223 },
    source: {
      id: '3',
      body: '<p>It is <b>slow</b> &amp; odd</p>',
      author: { type: 'user', id: 'user', email: 'J@x.org' },
    },
    contacts: { contacts: [{ id: 'user', external_id: '70' }] },
    conversation_rating: { rating: 2, remark: 'Took days', created_at: 1_663_597_300 },
    conversation_parts: {
      conversation_parts: [
        part('4', 'admin', '<p>Sorry!</p>'),
        part('5', 'user', '<p>Still.</p>'),
        part('6', 'bot', 'Hello!'),
        part('7', 'user', 'gone', { redacted: true }),
        part('8', 'user', 'aside', { part_type: 'note' }),
      ],
    },
  };

  it('replies of users and the rating, not those of admins and bots', () => {
    const arrivals = read('intercom', notification(conversation));
    expect(textsOf(arrivals)).toEqual(['It is slow & odd', 'Still.', 'Took days']);
    expect(arrivals[0]).toMatchObject({
      kind: 'conversation',
      externalId: 'conversation/1295',
      contact: { externalId: '70', email: 'J@x.org' },
    });
    expect(arrivals[1]).toMatchObject({
      kind: 'response',
      conversation: 'conversation/1295',
      scores: [{ metric: 'csat', score: 2 }],
    });
  });

  it('what an admin began is the customer’s only in the answers', () => {
    const begun = { ...conversation, source: { body: 'News!', author: { type: 'admin', id: '1' } } };
    const arrivals = read('intercom', notification(begun));
    expect(textsOf(arrivals)).toEqual(['Still.', 'Took days']);
    expect(arrivals[0]).toMatchObject({ contact: { externalId: '70' } });
  });

  it('what was redacted or deleted there is to be forgotten here', () => {
    expect(read('intercom', notification(conversation))).toContainEqual({
      ...{ kind: 'removal', of: 'statement', externalId: 'part/7' },
    });
    const gone = [{ kind: 'removal', of: 'conversation', externalId: 'conversation/1295' }];
    for (const name of ['id', 'conversation_id']) {
      const item = { type: 'conversation', [name]: '1295' };
      expect(read('intercom', notification(item, 'conversation.deleted'))).toEqual(gone);
    }
    expect(() => read('intercom', notification({}, 'conversation.deleted'))).toThrow('names no conversation');
  });

  it('passes over other topics and bare names, and refuses what is no conversation', () => {
    expect(read('intercom', notification(conversation, 'user.created'))).toEqual([]);
    expect(read('intercom', notification({ type: 'conversation', id: '1' }))).toEqual([]);
    expect(() => read('intercom', notification({ ...conversation, id: null }))).toThrow();
    expect(() => read('intercom', [])).toThrow();
  });
});

describe('Typeform', () => {
  const field = (id: string, type: string) => ({ id, type, ref: id });
  const response = (answers: object[], questions: object[], more: object = {}) => ({
    event_type: 'form_response',
    form_response: {
      ...{ form_id: 'f', token: 't1', submitted_at: '2026-05-01T10:00:00Z' },
      definition: { fields: questions },
      answers,
      ...more,
    },
  });

  it('scores, texts under their questions, the rest beside them', () => {
    const [arrival] = read(
      'typeform',
      response(
        [
          { type: 'number', number: 9, field: field('a', 'opinion_scale') },
          { type: 'number', number: 4, field: field('r', 'rating') },
          { type: 'text', text: 'Fast help', field: field('b', 'long_text') },
          { type: 'text', text: 'Cheap', field: field('d', 'short_text') },
          { type: 'choice', choice: { label: 'Barcelona' }, field: field('c', 'multiple_choice') },
          { type: 'choices', choices: { labels: ['x', 'y'] }, field: field('e', 'multiple_choice') },
          { type: 'email', email: 'kim@example.org', field: field('m', 'email') },
        ],
        [
          { id: 'a', title: 'How likely are you to recommend us?' },
          { id: 'b', title: 'Why?', properties: {} },
          { id: 'c', title: 'City' },
        ],
        { hidden: { user_id: 'u1', account: 'acme', name: null } },
      ),
    );
    expect(arrival).toMatchObject({
      kind: 'response',
      externalId: 't1',
      channel: 'survey',
      scores: [
        { metric: 'nps', score: 9 },
        { metric: 'rating', score: 4 },
      ],
      texts: [
        { key: 'b', text: 'Fast help', title: 'Why?' },
        { key: 'd', text: 'Cheap' },
      ],
      custom: { City: 'Barcelona', e: 'x, y' },
      contact: { externalId: 'u1', email: 'kim@example.org' },
      account: { externalId: 'acme' },
    });
  });

  it('a scale of another length is no score of ours', () => {
    const answers = [
      { type: 'number', number: 7, field: field('a', 'rating') },
      { type: 'number', number: 3, field: field('b', 'opinion_scale') },
      { type: 'text', text: 'ok', field: field('c', 'short_text') },
    ];
    const questions = [
      { id: 'a', title: 'Design', properties: { steps: 10 } },
      { id: 'b', title: 'Ease', properties: { steps: 5 } },
    ];
    const [arrival] = read('typeform', response(answers, questions));
    expect(arrival).toMatchObject({ scores: [], custom: { Design: '7', Ease: '3' } });
  });
});

it('Freshdesk: the description of a ticket by its contact', () => {
  const rule = {
    ...{ ticket_id: 'INC-12', ticket_subject: 'Login', ticket_description: '<div>Cannot log in</div>' },
    ...{ ticket_contact_email: 'kim@example.org', ticket_company_name: 'Acme' },
  };
  expect(read('freshdesk', { freshdesk_webhook: rule })).toMatchObject([
    {
      externalId: 'ticket/12',
      turns: [{ externalId: 'ticket/12/description', text: 'Cannot log in', at: receivedAt }],
      contact: { email: 'kim@example.org' },
      account: { externalId: 'Acme' },
    },
  ]);
  expect(read('freshdesk', { freshdesk_webhook: { ticket_id: 1 } })).toEqual([]);
  expect(() => read('freshdesk', { ticket: 1 })).toThrow();
});

it('Chatwoot: messages of contacts and their judgement, not those of agents, bots and notes', () => {
  const message = (type: string | number, more: object = {}) => ({
    ...{ event: 'message_created', id: 1, content: 'Where?', message_type: type },
    created_at: '2026-05-03 13:05:57 UTC',
    sender: { id: 3, name: 'Kim', email: 'kim@example.org', type: 'contact' },
    conversation: { id: 8, meta: { sender: { id: 3 } } },
    ...more,
  });
  expect(read('chatwoot', message('incoming'))).toMatchObject([
    {
      externalId: 'conversation/8',
      startedAt: new Date('2026-05-03T13:05:57Z'),
      turns: [{ externalId: 'message/1', text: 'Where?' }],
      contact: { externalId: 'chatwoot:3' },
    },
  ]);
  expect(read('chatwoot', message(0))).toHaveLength(1);
  expect(read('chatwoot', message('outgoing'))).toEqual([]);
  expect(read('chatwoot', message('incoming', { private: true }))).toEqual([]);
  expect(read('chatwoot', { event: 'contact_created' })).toEqual([]);
  const deleted = { event: 'message_updated', content_attributes: { deleted: true } };
  expect(read('chatwoot', message('incoming', deleted))).toEqual([
    { kind: 'removal', of: 'statement', externalId: 'message/1' },
  ]);
  const csat = { csat_survey_response: { rating: 5, feedback_message: 'Quick reply' } };
  const judged = message('template', {
    event: 'message_updated',
    content_attributes: { submitted_values: csat },
  });
  expect(read('chatwoot', judged)).toMatchObject([
    { kind: 'response', scores: [{ metric: 'csat', score: 5 }], texts: [{ text: 'Quick reply' }] },
  ]);
});

it('HTML becomes lines of words', () => {
  expect(htmlToText('<p>a &lt;b&gt;</p><p>c<br/>d &#38; &#x27;e&#39; &unknown;</p><style>x{}</style>')).toBe(
    "a <b>\n\nc\nd & 'e' &unknown;",
  );
});

describe.runIf(hasShapes('bodies of webhooks as the vendors document them'))('the documented shapes', () => {
  const shape = (name: string) => JSON.parse(fs.readFileSync(shapeFile(name), 'utf8')) as never;

  it('Zendesk', () => {
    const { body } = shape('zendesk_webhook.json') as { body: unknown };
    expect(read('zendesk', body)).toMatchObject([
      {
        externalId: 'ticket/12345',
        turns: [{ text: 'text' }],
        contact: { externalId: 'zendesk:8447388090494' },
      },
    ]);
  });

  it('Intercom', () => {
    const body = shape('intercom_webhook.json') as { data: object };
    expect(read('intercom', body)).toEqual([]);
    const data = { item: shape('intercom_conversation.json') };
    expect(textsOf(read('intercom', { ...body, data }))).toEqual(['Paragraph 1', 'great']);
  });

  it('Typeform', () => {
    const [arrival] = read('typeform', shape('typeform_webhook.json'));
    expect(arrival).toMatchObject({
      contact: { externalId: 'abc123456' },
      texts: [{ text: 'test1' }],
      custom: { r3: 'Barcelona' },
    });
  });

  it('Chatwoot', () => {
    const { message } = shape('chatwoot_csat.json') as { message: { submitted_values: object } };
    const body = {
      ...{ event: 'message_updated', id: 1, message_type: 3, created_at: 1_777_000_000 },
      content_attributes: message,
      conversation: { id: 1 },
    };
    expect(textsOf(read('chatwoot', body))).toEqual(['Quick reply']);
  });
});
