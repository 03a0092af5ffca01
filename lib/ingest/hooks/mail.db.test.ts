import { once } from 'node:events';
import net from 'node:net';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Scope } from '@/lib/db/scope';
import { createHook, removeHook } from '@/lib/ingest/hooks/create-hook';
import { findHookDeliveries, findHooks } from '@/lib/ingest/hooks/find-hooks';
import { hookFormSchema } from '@/lib/ingest/hooks/hook-form';
import { findMailAddresses, mailDomain } from '@/lib/ingest/hooks/mail-addresses';
import { type MailServer, MOST_LETTER_BYTES, openMailServer } from '@/lib/ingest/hooks/mail-server';
import { readHookDelivery } from '@/lib/ingest/hooks/read-hook-delivery';
import { receiveHook } from '@/lib/ingest/hooks/receive-hook';
import { retryHookDeliveries } from '@/lib/ingest/hooks/retry-hook-deliveries';
import { makeMember, makeOwnedWorkspace } from '@/lib/workspaces/testing/make-members';

let server: MailServer;
beforeAll(async () => {
  server = await openMailServer({ host: '127.0.0.1', port: 0 });
});
afterAll(() => server.close());

let scope: Scope;
let hookId: string;
let address: string;
let ownAddress: string;
beforeEach(async () => {
  const { scope: own, user } = await makeOwnedWorkspace();
  [scope, ownAddress] = [own, user.email];
  ({ address } = await createHook(scope, hookFormSchema.parse({ kind: 'email', name: 'Support' })));
  hookId = (await findHooks(scope))[0]?.id ?? '';
});

/** A conversation by SMTP over a plain socket, as its client has it. */
class Client {
  readonly #socket = net.connect(server.port, '127.0.0.1');
  #heard = '';

  constructor() {
    this.#socket.setEncoding('utf8').on('data', (text: string) => {
      this.#heard += text;
    });
  }

  /** @returns the last line of the reply. */
  async hear(): Promise<string> {
    for (;;) {
      const reply = /^(?:\d{3}-.*\r\n)*(\d{3} .*)\r\n/.exec(this.#heard);
      if (reply) {
        this.#heard = this.#heard.slice(reply[0].length);
        return reply[1] ?? '';
      }
      await once(this.#socket, 'data');
    }
  }

  async say(line: string): Promise<string> {
    this.#socket.write(`${line}\r\n`);
    return this.hear();
  }

  end() {
    this.#socket.destroy();
  }
}

const clients: Client[] = [];
afterEach(() => {
  for (const client of clients.splice(0)) client.end();
});

async function greet(): Promise<Client> {
  const client = new Client();
  clients.push(client);
  expect(await client.hear()).toMatch(/^220 .*Verbatim/);
  expect(await client.say('EHLO example.org')).toMatch(/^250 /);
  return client;
}

/** Begins a letter. @returns the reply to the recipient. */
async function begin(client: Client, to: string): Promise<string> {
  expect(await client.say('MAIL FROM:<ann@customer.example>')).toMatch(/^250 /);
  return client.say(`RCPT TO:<${to}>`);
}

async function post(letter: string, to = address): Promise<string> {
  const client = await greet();
  expect(await begin(client, to)).toMatch(/^250 /);
  expect(await client.say('DATA')).toMatch(/^354 /);
  return client.say(`${letter.replace(/\r?\n/g, '\r\n')}\r\n.`);
}

async function readAll() {
  const waiting = await scope.run((db) => db.hookDelivery.findMany({ where: { state: 'waiting' } }));
  for (const { id } of waiting) await readHookDelivery(scope, id);
}

const deliveries = async () =>
  (await findHookDeliveries(scope, { hookId, state: null, cursor: null })).page.rows;
const statements = () => scope.run((db) => db.feedback.findMany({ include: { contact: true } }));

const head = (more: string[] = [], from = '"Ann Lee" <Ann@Customer.example>') =>
  [
    `From: ${from}`,
    `To: ${address}`,
    'Subject: Export',
    'Message-ID: <1@customer.example>',
    'Date: Mon, 2 Mar 2026 10:00:00 +0100',
    ...more,
  ].join('\n');

it('keeps a letter before it says so, once, and reads it as one of a mailbox is read', async () => {
  const letter = `${head(['Content-Type: text/plain; charset=iso-8859-1', 'Content-Transfer-Encoding: quoted-printable'])}\n\nThe caf=E9 export is slow.\n\nBest regards\nAnn Lee\nAcme Inc.\n\nOn Sun, 1 Mar 2026, Sam wrote:\n> Is all well?`;
  expect(await post(letter)).toMatch(/^250 /);
  expect(await deliveries()).toMatchObject([{ state: 'waiting', messageId: '<1@customer.example>' }]);
  // Sent again, as by a server that did not hear it, and to the address in other letters.
  expect(await post(letter, address.toUpperCase())).toMatch(/^250 /);
  await readAll();
  expect(await deliveries()).toMatchObject([{ state: 'done', written: 1 }]);
  expect(await statements()).toMatchObject([
    {
      text: 'The café export is slow.',
      title: 'Export',
      channel: 'email',
      externalId: '<1@customer.example>',
      occurredAt: new Date('2026-03-02T09:00:00Z'),
      contact: { email: 'ann@customer.example', name: 'Ann Lee' },
    },
  ]);
});

it('passes nothing on, and lets nobody try addresses', async () => {
  const { address: other } = await createHook(
    scope,
    hookFormSchema.parse({ kind: 'freshdesk', name: 'Desk' }),
  );
  const token = address.split('@')[0] ?? '';
  const client = await greet();
  expect(await begin(client, 'victim@elsewhere.example')).toMatch(/^550 /);
  expect(await client.say(`RCPT TO:<${token}@elsewhere.example>`)).toMatch(/^550 /);
  expect(await client.say(`RCPT TO:<${'0'.repeat(40)}@${mailDomain()}>`)).toMatch(/^550 /);
  expect(await client.say(`RCPT TO:<${other.split('/').at(-1)}@${mailDomain()}>`)).toMatch(/^550 /);
  expect(await client.say('DATA')).toMatch(/^5/);
  expect(await client.say('RCPT TO:<a@elsewhere.example>')).toMatch(/^550 /);
  expect(await client.say('RCPT TO:<b@elsewhere.example>')).toMatch(/^421 /);
  // What is for letters takes no request.
  await expect(receiveHook(token, { headers: new Headers(), body: '{}' })).rejects.toThrow('no such address');
  expect(await deliveries()).toEqual([]);
});

it('refuses what is too large, said beforehand or not, and keeps nothing of it', async () => {
  const client = await greet();
  expect(await client.say(`MAIL FROM:<a@b.example> SIZE=${MOST_LETTER_BYTES + 1}`)).toMatch(/^552 /);
  const line = `${'x'.repeat(997)}\n`;
  expect(await post(`${head()}\n\n${line.repeat(Math.ceil(MOST_LETTER_BYTES / line.length))}`)).toMatch(
    /^552 /,
  );
  expect(await deliveries()).toEqual([]);
});

it('asks to try again what it cannot keep', async () => {
  const client = await greet();
  expect(await begin(client, address)).toMatch(/^250 /);
  await removeHook(scope, hookId);
  expect(await client.say('DATA')).toMatch(/^354 /);
  expect(await client.say(`${head()}\r\n\r\nHello\r\n.`)).toMatch(/^451 /);
  expect(await begin(client, address)).toMatch(/^550 /);
});

it('leaves out own people and automatic replies, and keeps what it cannot read until a person has looked', async () => {
  await post(`${head([], ownAddress).replace('<1@', '<2@')}\n\nPlease see below.`);
  await post(`${head(['Auto-Submitted: auto-replied']).replace('<1@', '<3@')}\n\nI am away.`);
  await post(`${head().replace('<1@', '<4@')}\n\n`);
  await post('no header at all');
  await readAll();
  const rows = (await deliveries()).map(({ state, failure }) => [state, failure]).toSorted();
  expect(rows).toEqual([
    ['dead', '1 of 1 not taken: it has no text.'],
    ['dead', '1 of 1 not taken: it has no text.'],
    ['ignored', 'It is an automatic reply, which nobody wrote.'],
    ['ignored', 'It is by one of your own people, not by a customer.'],
  ]);
  expect(await statements()).toEqual([]);
  expect(await retryHookDeliveries(scope, { hookId })).toBe(2);
});

it('its address is shown again to those who may make one, and to nobody else', async () => {
  expect([...(await findMailAddresses(scope))]).toEqual([[hookId, address]]);
  const viewer = await makeMember(scope, 'viewer');
  await expect(findMailAddresses(viewer.scope)).rejects.toThrow('Administrator');
  const { scope: foreign } = await makeOwnedWorkspace();
  expect((await findMailAddresses(foreign)).size).toBe(0);
  const stored = await scope.run((db) => db.hook.findFirstOrThrow());
  expect(Buffer.from(stored.addressToken ?? []).toString('latin1')).not.toContain(address.split('@')[0]);
});
