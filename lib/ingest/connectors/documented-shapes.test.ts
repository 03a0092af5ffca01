import { generateKeyPairSync } from 'node:crypto';
import fs from 'node:fs';
import { describe, expect, it } from 'vitest';
import { hasShapes, shapeFile } from '@/lib/core/testing/data-sets';
import { connectorKinds } from '@/lib/ingest/connectors/connector-kinds';
import type { ConnectorKindName } from '@/lib/ingest/connectors/connector-schema';
import type { Send } from '@/lib/outbound/send-request';

const pem = { type: 'pkcs8', format: 'pem' } as const;
const since = new Date('2009-01-01');
const now = new Date('2026-06-01');

/** What a stream makes of an answer; other addresses answer as given. */
async function read(
  kind: ConnectorKindName,
  form: Record<string, string>,
  { stream = 0, answer, others = {} }: { stream?: number; answer: unknown; others?: Record<string, unknown> },
) {
  const send: Send = async ({ url }) => {
    const other = Object.keys(others).find((part) => url.includes(part));
    return { status: 200, headers: {}, text: JSON.stringify(other ? others[other] : answer) };
  };
  const { schema, open } = connectorKinds[kind];
  const page = await open(schema.parse(form), send).streams[stream]?.read(null, { since, now });
  expect(page?.refused).toEqual([]);
  return page?.arrivals ?? [];
}

describe.runIf(hasShapes('answers of APIs as the vendors document them'))('the documented shapes', () => {
  const shape = (name: string): never => JSON.parse(fs.readFileSync(shapeFile(name), 'utf8')) as never;
  const token = { token: 't' };

  it('Zendesk: a ticket with the words of its requester, and a rating', async () => {
    const form = { baseUrl: 'https://acme.zendesk.com', email: 'a@example.org', ...token };
    const comments = [
      {
        id: 1,
        author_id: 20978392,
        body: 'The fire is very colorful.',
        public: true,
        created_at: '2009-07-20T22:55:29Z',
      },
      { id: 2, author_id: 235323, body: 'On our way.', public: true, created_at: '2009-07-20T22:56:29Z' },
    ];
    const tickets = {
      answer: shape('zendesk_incremental_tickets.json'),
      others: { '/comments': { comments } },
    };
    expect(await read('zendesk', form, tickets)).toMatchObject([
      {
        externalId: 'ticket/35436',
        subject: 'Help, my printer is on fire!',
        turns: [{ externalId: 'ticket/35436/description', text: 'The fire is very colorful.' }],
        contact: { externalId: 'zendesk:20978392' },
      },
    ]);
    const ratings = { stream: 1, answer: shape('zendesk_satisfaction_ratings.json') };
    expect(await read('zendesk', form, ratings)).toMatchObject([
      {
        scores: [{ metric: 'csat', score: 5 }],
        texts: [{ text: 'Awesome support' }],
        conversation: 'ticket/208',
      },
    ]);
  });

  it('Intercom', async () => {
    const conversation = shape('intercom_conversation.json') as { id: string; updated_at: number };
    const arrivals = await read(
      'intercom',
      { baseUrl: 'https://api.intercom.io', ...token },
      {
        answer: { conversations: [{ id: conversation.id, updated_at: conversation.updated_at }], pages: {} },
        others: { '/conversations/1295': conversation },
      },
    );
    expect(arrivals).toMatchObject([
      { externalId: 'conversation/1295', turns: [{ text: 'Paragraph 1' }], contact: { externalId: '70' } },
      { externalId: 'rating/1295', scores: [{ metric: 'csat', score: 5 }], texts: [{ text: 'great' }] },
    ]);
  });

  it('Freshdesk ratings', async () => {
    const form = { baseUrl: 'https://acme.freshdesk.com', ...token };
    const ratings = { stream: 1, answer: shape('freshdesk_satisfaction_ratings.json') };
    expect(await read('freshdesk', form, ratings)).toMatchObject([
      { scores: [{ metric: 'csat', score: 5 }], conversation: 'ticket/432' },
    ]);
  });

  it('App Store, Google Play and Trustpilot', async () => {
    const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export(pem) as string;
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export(pem);
    const apple = { ...(shape('appstore_customer_reviews.json') as object), links: {} };
    const appForm = { appId: '1', issuerId: 'i', keyId: 'k', privateKey: ec };
    expect(
      await read(
        'app_store',
        { baseUrl: 'https://api.appstoreconnect.apple.com', ...appForm },
        { answer: apple },
      ),
    ).toMatchObject([
      {
        scores: [{ metric: 'rating', score: 5 }],
        texts: [{ text: 'Works well. Exports crash on iPad.', title: 'Great app' }],
        submittedAt: new Date('2024-05-01T19:34:56Z'),
        custom: { territory: 'USA' },
      },
    ]);
    const serviceAccount = JSON.stringify({ client_email: 'a@example.org', private_key: rsa });
    const play = {
      baseUrl: 'https://androidpublisher.googleapis.com',
      packageName: 'com.acme.app',
      serviceAccount,
    };
    const reviews = {
      answer: shape('google_play_reviews.json'),
      others: { '/token': { access_token: 'x' } },
    };
    expect(await read('google_play', play, reviews)).toMatchObject([
      { externalId: 'review/12345678', scores: [{ score: 1 }], texts: [{ text: '…when translated…' }] },
    ]);
    const unit = {
      baseUrl: 'https://api.trustpilot.com',
      businessUnit: '507f191e810c19729de860ea',
      ...token,
    };
    expect(await read('trustpilot', unit, { answer: shape('trustpilot_reviews.json') })).toMatchObject([
      {
        scores: [{ score: 4 }],
        texts: [{ text: 'This shop is great.', title: 'My review' }],
        contact: { externalId: 'trustpilot:507f191e810c19729de860ea', email: 'customer@example.com' },
      },
    ]);
  });

  it('HubSpot and Salesforce', async () => {
    const hubspot = { baseUrl: 'https://api.hubapi.com', ...token };
    expect(await read('hubspot', hubspot, { answer: shape('hubspot_company_api.json') })).toMatchObject([
      { account: { externalId: 'hubspot:123456789', name: 'Acme Inc', domain: 'acme.com' } },
    ]);
    const [head = '', row = ''] = fs.readFileSync(shapeFile('salesforce_accounts.csv'), 'utf8').split('\n');
    const cells = (line: string) => line.split('","').map((cell) => cell.replaceAll('"', '').trim());
    const named = Object.fromEntries(cells(head).map((name, at) => [name, cells(row)[at]]));
    const record = { ...named, AnnualRevenue: Number(named.AnnualRevenue), NumberOfEmployees: 250 };
    const form = { baseUrl: 'https://acme.my.salesforce.com', clientId: 'c', clientSecret: 's' };
    const others = { '/oauth2/token': { access_token: 'x' } };
    expect(await read('salesforce', form, { answer: { records: [record] }, others })).toMatchObject([
      {
        account: {
          ...{
            externalId: 'salesforce:001D000000INjVeIAL',
            name: 'Acme',
            domain: 'acme.com',
            country: 'Germany',
          },
          custom: { 'salesforce.Type': 'Customer', 'salesforce.AnnualRevenue': '1200000' },
        },
      },
    ]);
  });
});

it('a next page on another server is not followed', async () => {
  const answer = { reviews: [{ id: '1', stars: 5, createdAt: '2026-05-01T00:00:00Z' }], links: [] };
  const asked: string[] = [];
  const send: Send = async ({ url }) => {
    asked.push(new URL(url).host);
    const links = [{ rel: 'next-page', href: 'https://evil.example/steal?page=2' }];
    return { status: 200, headers: {}, text: JSON.stringify({ ...answer, links }) };
  };
  const { schema, open } = connectorKinds.trustpilot;
  const form = {
    baseUrl: 'https://api.trustpilot.com',
    businessUnit: '507f191e810c19729de860ea',
    token: 't',
  };
  const [stream] = open(schema.parse(form), send).streams;
  const page = await stream?.read(null, { since, now });
  await expect(stream?.read(page?.cursor ?? null, { since, now })).rejects.toThrow('another server');
  expect(asked).toEqual(['api.trustpilot.com']);
});
