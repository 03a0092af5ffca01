import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import { ExpectedError } from '@/lib/core/errors';
import { log } from '@/lib/core/log';
import { mailDomain } from '@/lib/ingest/hooks/mail-addresses';
import { isHookAddress, receiveMail } from '@/lib/ingest/hooks/receive-hook';

/** A letter may have so many bytes, with all that is attached to it. */
export const MOST_LETTER_BYTES = 10 * 1024 ** 2;
/** At once; who comes later is asked to try again. They bound what letters may hold of memory. */
const MOST_CONNECTIONS = 20;
/** Over one connection. */
const MOST_LETTERS = 100;
const MOST_RECIPIENTS = 20;
const MOST_WRONG_RECIPIENTS = 5;
const IDLE_MS = 60_000;
const CLOSING_MS = 3000;

/** A place that takes letters by SMTP. */
export interface MailServer {
  port: number;
  close: () => Promise<void>;
}

/**
 * Takes letters to our addresses, and none to any other: nothing is passed on. A letter is acknowledged once it is committed for all its
 * recipients; whoever is not told so sends it again, which is known by its Message-ID.
 * @throws Error where it cannot listen there.
 */
export async function openMailServer({ host, port }: { host: string; port: number }): Promise<MailServer> {
  const wrong = new WeakMap<SMTPServerSession, number>();
  const server = new SMTPServer({
    name: mailDomain(),
    banner: 'Verbatim',
    // Whoever forwards to us has TLS towards the world; a key of the library's own would only look like it.
    disabledCommands: ['AUTH', 'STARTTLS'],
    authOptional: true,
    disableReverseLookup: true,
    logger: false,
    size: MOST_LETTER_BYTES,
    rejectOversized: true,
    maxClients: MOST_CONNECTIONS,
    maxRecipients: MOST_RECIPIENTS,
    socketTimeout: IDLE_MS,
    closeTimeout: CLOSING_MS,
    onMailFrom(_sender, session, done) {
      if (session.transaction <= MOST_LETTERS) return done();
      done(reply(421, 'Enough letters over this connection. Open another one.'));
    },
    onRcptTo({ address }, session, done) {
      findRecipient(address).then(
        (token) => {
          if (token !== null) return done();
          const count = (wrong.get(session) ?? 0) + 1;
          wrong.set(session, count);
          const code = count > MOST_WRONG_RECIPIENTS ? 421 : 550;
          done(reply(code, 'There is no such address here, and nothing is passed on.'));
        },
        (error: unknown) => done(notNow(error)),
      );
    },
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        if (stream.sizeExceeded) chunks.length = 0;
        else chunks.push(chunk);
      });
      stream.once('error', done);
      stream.once('end', () => {
        // The server refuses it itself.
        if (stream.sizeExceeded) return done();
        const raw = Buffer.concat(chunks).toString('latin1');
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        takeLetter(raw, recipients).then(
          () => done(null, 'It is kept.'),
          (error: unknown) => done(notNow(error)),
        );
      });
    },
  });
  server.on('error', (error) => log().warn({ error: error.message }, 'a connection for mail failed'));
  const listening = server.listen(port, host);
  await once(listening, 'listening');
  return {
    port: (listening.address() as AddressInfo).port,
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Each recipient's copy is committed by itself: one that was is known when the letter comes again. */
async function takeLetter(raw: string, addresses: readonly string[]): Promise<void> {
  for (const address of addresses) {
    // One that was removed meanwhile is refused when the letter comes again.
    const outcome = await receiveMail(partsOf(address).token, raw);
    log().info({ outcome, bytes: raw.length }, 'a letter came');
  }
}

/** The token of an address of ours; null for any other. */
async function findRecipient(address: string): Promise<string | null> {
  const { token, domain } = partsOf(address);
  return domain === mailDomain() && (await isHookAddress(token, 'mail')) ? token : null;
}

function partsOf(address: string): { token: string; domain: string } {
  const [at, written] = [address.lastIndexOf('@'), address.toLowerCase()];
  return { token: written.slice(0, at), domain: written.slice(at + 1) };
}

const reply = (responseCode: number, words: string) => Object.assign(new Error(words), { responseCode });

/** Its sender keeps the letter and tries again. */
function notNow(error: unknown): Error {
  if (!(error instanceof ExpectedError)) {
    log().error({ error: error instanceof Error ? error.stack : String(error) }, 'a letter was not kept');
  }
  return reply(451, 'It cannot be kept now. Please try again later.');
}
