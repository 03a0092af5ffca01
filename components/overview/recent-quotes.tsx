import { Quote } from '@/components/ui/quote';
import type { FeedbackRow } from '@/lib/annotations/find-feedback';
import { formatDate } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';

/** A quotation on an overview is a taste; the whole stands behind its link. */
const LONGEST_QUOTE = 280;

/** What customers said lately, in their own words. */
export function RecentQuotes({ workspaceSlug, rows }: { workspaceSlug: string; rows: FeedbackRow[] }) {
  return (
    <ul className="grid gap-6 lg:grid-cols-2">
      {rows.map((row) => (
        <li key={row.id} className="min-w-0">
          <Quote
            attribution={[
              row.accountName ?? row.contactName,
              channelNames[row.channel],
              formatDate(row.occurredAt),
            ]
              .filter(Boolean)
              .join(', ')}
            href={`/w/${workspaceSlug}/feedback/${row.id}`}
            {...(row.language ? { lang: row.language } : {})}
          >
            {shorten(row.text)}
          </Quote>
        </li>
      ))}
    </ul>
  );
}

/** The beginning of a text, cut between words and between characters. */
function shorten(text: string): string {
  const characters = [...text];
  if (characters.length <= LONGEST_QUOTE) return text;
  return `${characters
    .slice(0, LONGEST_QUOTE)
    .join('')
    .replace(/\s+\S*$/, '')} …`;
}
