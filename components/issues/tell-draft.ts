import { formatDate } from '@/lib/core/format';

/** What may be written to customers about a fix. It names nobody and quotes nothing. */
export function draftFor(title: string, shippedAt: Date): string {
  return `Subject: You told us about: ${title}

Hello,

some time ago you told us about a problem with this: ${title}. We listened, and a fix shipped on ${formatDate(shippedAt)}.

Does it work for you now? A short answer to this e-mail helps us more than anything.

Thank you`;
}
