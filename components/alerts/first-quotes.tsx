import { Quote } from '@/components/ui/quote';
import type { FirstQuote } from '@/lib/alerts/find-first-quotes';
import { excerptAround } from '@/lib/annotations/excerpt';
import { formatDateTime } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';

const LONGEST = 420;

/** The first statements behind an alert, with what they say about its theme marked. */
export function FirstQuotes({ workspaceSlug, quotes }: { workspaceSlug: string; quotes: FirstQuote[] }) {
  return (
    <ul className="space-y-6">
      {quotes.map((quote) => (
        <li key={quote.feedbackId}>
          <Quote
            href={`/w/${workspaceSlug}/feedback/${quote.feedbackId}`}
            lang={quote.language ?? undefined}
            attribution={[quote.accountName, channelNames[quote.channel], formatDateTime(quote.occurredAt)]
              .filter(Boolean)
              .join(', ')}
          >
            <Words quote={quote} />
          </Quote>
        </li>
      ))}
    </ul>
  );
}

function Words({ quote: { text: whole, start, end } }: { quote: FirstQuote }) {
  const place = { start: start ?? 0, end: end ?? 0 };
  const { text, offset, cutBefore, cutAfter } = excerptAround(whole, place, LONGEST);
  const [from, to] = [place.start - offset, Math.min(place.end - offset, text.length)];
  return (
    <>
      {cutBefore && '… '}
      {text.slice(0, from)}
      {to > from && (
        <mark className="box-decoration-clone rounded-sm bg-accent-soft py-0.5 text-ink">
          {text.slice(from, to)}
        </mark>
      )}
      {text.slice(to)}
      {cutAfter && ' …'}
    </>
  );
}
