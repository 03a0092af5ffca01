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

/** A message that is attached is not what the sender wrote. */
const AS_SENT = { forceRfc822Attachments: true };

async function readMessage(
  bytes: Uint8Array,
): Promise<{ record: string[] } | { record: string[]; error: string }> {
  try {
    const { messageId, date, from, to, subject, text, html, references, inReplyTo } = await PostalMime.parse(
      bytes,
      AS_SENT,
    );
    const [sender] = mailboxesOf(from ? [from] : []);
    const at = date === undefined ? Number.NaN : Date.parse(date);
    const record = [
      messageId ?? '',
      Number.isNaN(at) ? '' : new Date(at).toISOString(),
      sender?.address.toLowerCase() ?? '',
      sender?.name ?? '',
      mailboxesOf(to ?? [])
        .map(({ address }) => address.toLowerCase())
        .join('; '),
      subject ?? '',
      cutReply(text?.trim() ? text : htmlToText(html ?? '')),
      (references ?? inReplyTo)?.trim().split(/\s+/, 1)[0] ?? messageId ?? '',
    ];
    return { record };
  } catch (error) {
    const cause = error instanceof Error ? error.message : String(error);
    return { record: [], error: `the message cannot be read: ${cause}` };
  }
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
