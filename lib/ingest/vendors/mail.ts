import { ExpectedError } from '@/lib/core/errors';
import { sha256 } from '@/lib/core/ids';
import { type Mail, parseMail, pickMessageId } from '@/lib/ingest/files/mail-rows';
import type { HookReading, ReadingContext } from '@/lib/ingest/hooks/hook-kind';
import { isFromOwnPeople } from '@/lib/ingest/own-domains';

/**
 * The name of a message by its own header, so that it is known when it comes again; null where it has none.
 * @param raw the message, a character for each byte
 */
export function findMessageId(raw: string): string | null {
  const end = raw.search(/\r?\n\r?\n/);
  const headers = (end === -1 ? raw : raw.slice(0, end)).replace(/\r?\n[ \t]+/g, ' ');
  return pickMessageId(/^message-id:(.*)/im.exec(headers)?.[1] ?? '');
}

/**
 * A message of e-mail as a statement of its sender, read as those of a mailbox are.
 * @param raw the message, a character for each byte
 * @throws ExpectedError 'invalid' where it cannot be read.
 */
export async function readMail(
  raw: string,
  { receivedAt, ownDomains }: ReadingContext,
): Promise<HookReading> {
  const mail = await parse(raw);
  if (mail.isAutomatic) return { ignored: 'an automatic reply, which nobody wrote' };
  const { messageId, from, sentAt, subject, text, thread } = mail;
  if (isFromOwnPeople(from?.address ?? null, ownDomains)) {
    return { ignored: 'by one of your own people, not by a customer' };
  }
  return {
    arrivals: [
      {
        kind: 'statement',
        externalId: messageId ?? `sha256-${sha256(raw)}`,
        channel: 'email',
        text,
        title: subject,
        // A clock that is ahead does not date a message after its arrival.
        occurredAt: sentAt && sentAt < receivedAt ? sentAt : receivedAt,
        contact: { email: from?.address, name: from?.name },
        custom: thread === null ? {} : { thread },
      },
    ],
  };
}

async function parse(raw: string): Promise<Mail> {
  try {
    return await parseMail(Buffer.from(raw, 'latin1'));
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    throw new ExpectedError('invalid', `The message cannot be read: ${cause}.`);
  }
}
