import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import type { Days } from '@/lib/annotations/period';
import type { Taxonomy } from '@/lib/annotations/taxonomy';
import { formatCount, formatNumber, formatPercent } from '@/lib/core/format';

type Props = {
  workspaceSlug: string;
  comments: number;
  untagged: number;
  period: Days;
  taxonomy: Taxonomy;
};

/** How much of what was said the themes account for, and the way to the rest. */
export function CoverageLine({ workspaceSlug, comments, untagged, period, taxonomy }: Props) {
  const { from, to } = period;
  const first = taxonomy === 'first' ? ({ first: '1' } as const) : {};
  if (comments === 0)
    return <p className="text-ink-mute">Nobody said anything with content in this period.</p>;
  const have = comments === 1 ? 'has' : 'have';
  return (
    <p className="text-ink-mute">
      {formatPercent((comments - untagged) / comments)} of the{' '}
      <TextLink href={feedbackHref(workspaceSlug, { read: 'content', from, to })}>
        {formatCount(comments, 'comment')}
      </TextLink>{' '}
      with content{' '}
      {untagged === 0 ? (
        `${have} a theme.`
      ) : (
        <>
          {have} a theme;{' '}
          <TextLink href={feedbackHref(workspaceSlug, { untagged: '1', ...first, from, to })}>
            {formatNumber(untagged)} {untagged === 1 ? 'does' : 'do'} not
          </TextLink>
          .
        </>
      )}
    </p>
  );
}
