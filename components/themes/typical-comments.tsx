import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import type { SentimentCounts } from '@/lib/annotations/find-theme-figures';
import type { TypicalComment as Comment } from '@/lib/annotations/find-typical-comments';
import { formatCompact, formatCount } from '@/lib/core/format';
import type { Sentiment } from './sentiment-split';
import { TypicalComment } from './typical-comment';

type Props = {
  workspaceSlug: string;
  comments: Comment[];
  counts: SentimentCounts & { mentions: number };
  sentiment: Sentiment | undefined;
  /** This page with another sentiment chosen, and the list of all comments behind it. */
  hrefOf: (sentiment: Sentiment | undefined) => string;
  allHref: string;
};

/** What people typically say about a theme, in their own words: chosen, not written. */
export function TypicalComments(props: Props) {
  const { workspaceSlug, comments, counts, sentiment, hrefOf, allHref } = props;
  const shown = sentiment ? counts[sentiment] : counts.mentions;
  const tabs = [
    { label: 'All', value: undefined, count: counts.mentions },
    { label: 'Negative', value: 'negative', count: counts.negative },
    { label: 'Neutral', value: 'neutral', count: counts.neutral },
    { label: 'Positive', value: 'positive', count: counts.positive },
  ] as const;
  return (
    <Section
      title="Most typical comments"
      description="Those the engine is surest of, from as many different accounts as there are. Picked from the feedback as it stands; nothing is rewritten."
    >
      <Card className="space-y-5">
        <Tabs
          label="Sentiment"
          tabs={tabs.map(({ label, value, count }) => ({
            label,
            href: hrefOf(value),
            active: value === sentiment,
            count: formatCompact(count),
          }))}
        />
        {comments.length === 0 ? (
          <p className="text-ink-mute">No such comments in this period.</p>
        ) : (
          <ul className="space-y-6">
            {comments.map((comment) => (
              <li key={comment.feedbackId}>
                <TypicalComment workspaceSlug={workspaceSlug} comment={comment} />
              </li>
            ))}
          </ul>
        )}
        {shown > 0 && (
          <p>
            <TextLink href={allHref}>
              {shown === 1 ? 'The one comment' : `All ${formatCount(shown, 'comment')}`}
            </TextLink>
          </p>
        )}
      </Card>
    </Section>
  );
}
