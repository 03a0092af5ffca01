import { SentimentBadge } from '@/components/ui/badge';
import { Quote } from '@/components/ui/quote';
import { excerptAround } from '@/lib/annotations/excerpt';
import type { TypicalComment as Comment } from '@/lib/annotations/find-typical-comments';
import { formatDate, formatPercent } from '@/lib/core/format';

const LONGEST = 420;

/** A comment with the words that are about the theme marked. */
export function TypicalComment({ workspaceSlug, comment }: { workspaceSlug: string; comment: Comment }) {
  const { text, offset, cutBefore, cutAfter } = excerptAround(comment.text, comment, LONGEST);
  const [start, end] = [comment.start - offset, Math.min(comment.end - offset, text.length)];
  return (
    <Quote
      href={`/w/${workspaceSlug}/feedback/${comment.feedbackId}`}
      lang={comment.language ?? undefined}
      attribution={
        <span className="inline-flex flex-wrap items-center gap-x-2 gap-y-1">
          {comment.sentimentLabel && <SentimentBadge tone={comment.sentimentLabel} />}
          <span>
            {comment.accountName ?? 'No account'}, {formatDate(comment.occurredAt)}, {comment.channel},{' '}
            {formatPercent(comment.confidence)} sure
          </span>
        </span>
      }
    >
      {cutBefore && '… '}
      {text.slice(0, start)}
      <mark className="box-decoration-clone rounded-sm bg-accent-soft py-0.5 text-ink">
        {text.slice(start, end)}
      </mark>
      {text.slice(end)}
      {cutAfter && ' …'}
    </Quote>
  );
}
