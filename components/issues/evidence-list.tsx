import { Quote } from '@/components/ui/quote';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatDate } from '@/lib/core/format';
import type { PinnedStatement } from '@/lib/issues/find-evidence';

/** Characters of a statement shown; the rest stands where the quote leads. */
const SHOWN = 400;

type Props = {
  statements: PinnedStatement[];
  feedbackHref: string;
  /** Null for those who only read. */
  unpin: FormAction | null;
};

/** The statements that people hold to show what an issue is about. */
export function EvidenceList({ statements, feedbackHref, unpin }: Props) {
  if (statements.length === 0) {
    return (
      <p className="text-ink-mute">
        Nothing is pinned yet. Pin one of the quotes, or open any statement under Feedback and pin it from
        there.
      </p>
    );
  }
  return (
    <ul className="grid gap-6 lg:grid-cols-2">
      {statements.map(({ evidenceId, feedbackId, text, language, ...rest }) => (
        <li key={evidenceId} className="space-y-2">
          <Quote
            {...(language ? { lang: language } : {})}
            href={`${feedbackHref}/${feedbackId}`}
            attribution={[
              rest.accountName ?? 'No account',
              rest.channel,
              formatDate(rest.occurredAt),
              ...(rest.viaTitle === null ? [] : [`pinned to ${rest.viaTitle}`]),
            ].join(', ')}
          >
            {text.length > SHOWN ? `${text.slice(0, text.lastIndexOf(' ', SHOWN))} …` : text}
          </Quote>
          {unpin && (
            <ActionButton action={unpin} fields={{ evidenceId }} size="small">
              Unpin<span className="sr-only"> the statement of {rest.accountName ?? 'no account'}</span>
            </ActionButton>
          )}
        </li>
      ))}
    </ul>
  );
}
