import { formatDate } from '@/lib/core/format';

interface TellDraft {
  subject: string;
  body: string;
}

/** What may be written to customers about a fix. It names nobody and quotes nothing. */
export function draftFor(title: string, shippedAt: Date): TellDraft {
  return {
    subject: `You told us about: ${title}`,
    body: `Hello,

some time ago you told us about a problem with this: ${title}. We listened, and a fix shipped on ${formatDate(shippedAt)}.

Does it work for you now? A short answer to this e-mail helps us more than anything.

Thank you`,
  };
}

/** Opens a draft in the reader's own e-mail program (RFC 6068); to whom it goes is theirs to fill in. */
export function mailtoHref({ subject, body }: TellDraft): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(body.replaceAll('\n', '\r\n'))}`;
}
