import { Stat } from '@/components/ui/stat';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { MentionFigures } from '@/lib/annotations/find-theme-figures';
import type { Days } from '@/lib/annotations/period';
import { formatNumber, formatPercent } from '@/lib/core/format';
import type { ShownScore } from '@/lib/impact/schema';
import { describeChange } from './describe-change';
import { FIGURES_ANCHOR } from './figures-anchor';
import { noScoreReason, tenth } from './score-impact';

type Props = {
  workspaceSlug: string;
  /** The theme, or the whole branch of it, as a filter. */
  about: FeedbackFilter;
  figures: MentionFigures;
  period: Days;
  score: ShownScore | null;
  /** Opens the people behind it. */
  scoreHref: string;
  /** It stands under another theme. */
  isPart: boolean;
};

/** A theme in four numbers. */
export function ThemeStats({
  workspaceSlug,
  about,
  figures,
  period: { from, to },
  score,
  scoreHref,
  isPart,
}: Props) {
  const change = describeChange(figures);
  const behind = (more: FeedbackFilter = {}) => feedbackHref(workspaceSlug, { ...about, ...more, from, to });
  const shareOf = (count: number) =>
    figures.mentions === 0 ? null : formatPercent(count / figures.mentions);
  return (
    <div id={FIGURES_ANCHOR} className="grid scroll-mt-20 gap-4 sm:grid-cols-2 xl:grid-cols-4">
      <Stat
        label="Share of comments"
        value={figures.share === null ? null : formatPercent(figures.share)}
        delta={{ text: change.text, direction: change.direction, tone: 'neutral' }}
        n={figures.mentions}
        noun="comment"
        href={behind()}
      />
      <Stat
        label="Speak of a problem"
        value={shareOf(figures.problems)}
        unit="of them"
        n={figures.problems}
        noun="comment"
        href={behind({ problem: '1' })}
      />
      <Stat
        label="Are negative about it"
        value={shareOf(figures.negative)}
        unit="of them"
        n={figures.negative}
        noun="comment"
        href={behind({ sentiment: 'negative' })}
      />
      <Stat
        label="NPS effect, all time"
        value={score && formatNumber(tenth(score.impactPoints), 1)}
        reason={`${noScoreReason(isPart)}.`}
        unit="points"
        interval={
          score && score.interval.low !== null && score.interval.high !== null
            ? `${formatNumber(tenth(score.interval.low), 1)} to ${formatNumber(tenth(score.interval.high), 1)}`
            : undefined
        }
        n={score?.contactsWithTheme}
        noun="person complains"
        nouns="people complain"
        href={scoreHref}
      />
    </div>
  );
}
