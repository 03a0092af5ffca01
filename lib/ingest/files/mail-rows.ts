import EmailReplyParser from 'email-reply-parser';
import PostalMime, { type Address } from 'postal-mime';
import type { MappedField } from '@/lib/ingest/csv/fields';
import type { ReadRow, UnreadableRow } from '@/lib/ingest/csv/rows';
import { cutMessages } from '@/lib/ingest/files/mail-cutter';
import { cutSignature } from '@/lib/ingest/files/mail-signature';
import { htmlToText } from '@/lib/ingest/html-text';

/** The columns of a message. */
export const MAIL_HEADER = ['message id', 'date', 'from', 'from name', 'to', 'subject', 'text', 'thread'];

/** Which fields they fill; nothing is to be guessed. */
export const MAIL_FIELDS: Readonly<Record<string, MappedField>> = {
  'message id': 'externalId',
  date: 'occurredAt',
  from: 'contactEmail',
  'from name': 'contactName',
  subject: 'title',
  text: 'text',
  thread: 'custom',
};

/**
 * The messages of a mailbox as rows: what its sender wrote, without the quoted words of others and the signature.
 * Memory holds one message at a time.
 */
export async function* readMailRows(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<ReadRow | UnreadableRow> {
  let index = 0;
  for await (const message of cutMessages(source)) {
    const { line } = message;
    if ('error' in message) yield { line, index: index++, record: [], error: message.error };
    else yield { line, index: index++, ...(await readMessage(message.bytes)) };
  }
}

async function readMessage(
  bytes: Uint8Array,
): Promise<{ record: string[] } | { record: string[]; error: string }> {
  try {
    const { messageId, sentAt, from, to, subject, text, thread, isAutomatic } = await parseMail(bytes);
    if (isAutomatic) return { record: [], error: 'it is an automatic reply, which nobody wrote' };
    const sent = sentAt?.toISOString() ?? '';
    const [address, name] = [from?.address ?? '', from?.name ?? ''];
    return { record: [messageId ?? '', sent, address, name, to.join('; '), subject, text, thread ?? ''] };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { record: [], error: `the message cannot be read: ${cause}` };
  }
}

/** A message of e-mail: what its sender wrote, and what its headers say. */
export interface Mail {
  /** With its angle brackets; null where it has none. */
  messageId: string | null;
  /** Null where its date is missing or cannot be read. */
  sentAt: Date | null;
  /** Addresses in small letters. */
  from: { address: string; name: string } | null;
  to: string[];
  subject: string;
  /** Without the quoted words of others and the signature. */
  text: string;
  /** The id of the message that the exchange began with. */
  thread: string | null;
  /** Sent by a program in answer to a message, such as a notice of absence or of a failure (RFC 3834). */
  isAutomatic: boolean;
}

/** A message that is attached is not what the sender wrote. */
const AS_SENT = { forceRfc822Attachments: true };

/** Reads a message. @throws Error where its parts are nested too deep, or its headers have no end. */
export async function parseMail(bytes: Uint8Array): Promise<Mail> {
  const read = await PostalMime.parse(bytes, AS_SENT);
  const { messageId = '', date, from, to, subject, text, html, references, inReplyTo, headers } = read;
  const [sender] = mailboxesOf(from ? [from] : []);
  const sentMs = date === undefined ? Number.NaN : Date.parse(date);
  const submitted = headers.find(({ key }) => key === 'auto-submitted')?.value ?? '';
  const id = pickMessageId(messageId);
  return {
    messageId: id,
    sentAt: Number.isNaN(sentMs) ? null : new Date(sentMs),
    from: sender ? { address: sender.address.toLowerCase(), name: sender.name } : null,
    to: mailboxesOf(to ?? []).map(({ address }) => address.toLowerCase()),
    subject: subject ?? '',
    text: cutReply(text?.trim() ? text : htmlToText(html ?? '')),
    thread: (references ?? inReplyTo)?.trim().split(/\s+/, 1)[0] ?? id,
    isAutomatic: /^\s*auto-replied\b/i.test(submitted),
  };
}

/** Message ids are shorter; what is longer is none. */
const LONGEST_ID = 300;

/** The name of a message from its header, the same whichever way it comes; null where there is none. */
export function pickMessageId(header: string): string | null {
  const id = /\S+/.exec(header)?.[0];
  return id === undefined || id.length > LONGEST_ID ? null : id;
}

function mailboxesOf(addresses: readonly Address[]): { name: string; address: string }[] {
  return addresses.flatMap((each) => each.group ?? (each.address === undefined ? [] : [each]));
}

/** Beyond this a text is no letter, and its patterns would take long. */
const MOST_CUT_CHARS = 200_000;

/** What the sender wrote: quoted messages and the signature are cut off. */
export function cutReply(text: string): string {
  const whole = text.replaceAll('\r\n', '\n');
  if (whole.length > MOST_CUT_CHARS) return whole.trim();
  return cutSignature(new EmailReplyParser().parseReply(whole));
}
