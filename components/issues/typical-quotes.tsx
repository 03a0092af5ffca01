import { Quote } from '@/components/ui/quote';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatDate } from '@/lib/core/format';
import type { TypicalQuote } from '@/lib/issues/find-typical-quotes';

/** Characters of context shown on either side of what was marked. */
const CONTEXT = 160;

type Props = {
  quotes: TypicalQuote[];
  feedbackHref: string;
  /** Pins a quote to an issue; null for those who only read. */
  pinning?: { action: FormAction; issueId: string; pinnedIds: ReadonlySet<string> } | null;
};

/** What customers say about it: one statement an account, with the words the theme rests on marked. */
export function TypicalQuotes({ quotes, feedbackHref, pinning }: Props) {
  if (quotes.length === 0) return <p className="text-ink-mute">No statement speaks of this any more.</p>;
  return (
    <ul className="grid gap-6 lg:grid-cols-2">
      {quotes.map(({ feedbackId, text, start, end, language, occurredAt, channel, accountName }) => (
        <li key={feedbackId} className="space-y-2">
          <Quote
            lang={language ?? undefined}
            href={`${feedbackHref}/${feedbackId}`}
            attribution={`${accountName ?? 'No account'}, ${channel}, ${formatDate(occurredAt)}`}
          >
            {before(text, start)}
            <mark className="box-decoration-clone rounded-sm bg-negative-soft py-0.5 text-ink underline decoration-fill-negative decoration-2 underline-offset-4">
              {text.slice(start, end)}
            </mark>
            {after(text, end)}
          </Quote>
          {pinning &&
            (pinning.pinnedIds.has(feedbackId) ? (
              <p className="text-sm text-ink-mute">Pinned</p>
            ) : (
              <ActionButton
                action={pinning.action}
                fields={{ issueId: pinning.issueId, feedbackId }}
                size="small"
              >
                Pin<span className="sr-only"> what {accountName ?? 'this customer'} said</span>
              </ActionButton>
            ))}
        </li>
      ))}
    </ul>
  );
}

function before(text: string, start: number): string {
  if (start <= CONTEXT) return text.slice(0, start);
  const cut = text.slice(start - CONTEXT, start);
  return `… ${cut.slice(cut.indexOf(' ') + 1)}`;
}

function after(text: string, end: number): string {
  if (text.length - end <= CONTEXT) return text.slice(end);
  const cut = text.slice(end, end + CONTEXT);
  return `${cut.slice(0, Math.max(0, cut.lastIndexOf(' ')))} …`;
}
