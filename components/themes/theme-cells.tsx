import { Sparkline } from '@/components/charts/sparkline';
import { TextLink } from '@/components/ui/text-link';
import type { BucketUnit } from '@/lib/annotations/buckets';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { Days } from '@/lib/annotations/period';
import type { Taxonomy } from '@/lib/annotations/taxonomy';
import { formatNumber, formatPercent } from '@/lib/core/format';
import { describeChange } from './describe-change';
import { FIGURES_ANCHOR } from './figures-anchor';
import { GRID } from './grid-roles';
import { ScoreImpact } from './score-impact';
import { SentimentSplit } from './sentiment-split';
import { ThemeChange } from './theme-change';
import { type Carried, themeHref } from './theme-href';
import { type PlacedRow, shownFigures } from './theme-row';

export type FiguresOf = {
  workspaceSlug: string;
  period: Days;
  /** Of the stretches that comments over time are counted in. */
  unit: BucketUnit;
  taxonomy: Taxonomy;
  carried: Carried;
};

const CELL = 'px-3 py-2.5 align-middle';

/** The figures of a theme in a row; each count opens the comments behind it, the NPS effect what is known of its people. */
export function ThemeCells({
  row,
  workspaceSlug,
  period,
  unit,
  taxonomy,
  carried,
}: FiguresOf & { row: PlacedRow }) {
  const figures = shownFigures(row);
  const { from, to } = period;
  const what = row.branch ? `${row.name} and its sub-themes` : row.name;
  const behind = (more: FeedbackFilter = {}) =>
    feedbackHref(workspaceSlug, {
      ...(row.branch ? { branch: row.themeId } : { theme: row.themeId }),
      ...(taxonomy === 'first' ? { first: '1' } : {}),
      ...more,
      from,
      to,
    });
  return (
    <>
      <td {...GRID.gridcell} data-label="Comments" className={`${CELL} text-right`}>
        <CountLink
          count={figures.mentions}
          href={behind()}
          what={`comments on ${what}`}
          note={figures.share === null ? null : formatPercent(figures.share)}
        />
      </td>
      <td {...GRID.gridcell} data-label="Sentiment" className={CELL}>
        <SentimentSplit name={what} counts={figures} hrefOf={(sentiment) => behind({ sentiment })} />
      </td>
      <td {...GRID.gridcell} data-label="Problems" className={`${CELL} text-right`}>
        <CountLink
          count={figures.problems}
          href={behind({ problem: '1' })}
          what={`comments with a problem with ${what}`}
        />
      </td>
      <td {...GRID.gridcell} data-label="Change of share" className={CELL}>
        <ThemeChange change={describeChange(figures)} />
      </td>
      <td {...GRID.gridcell} data-label="NPS effect" className={`${CELL} text-right`}>
        <ScoreImpact
          score={row.score}
          name={row.name}
          isPart={row.level === 2}
          href={`${themeHref(workspaceSlug, row.themeId, carried)}#${row.level === 2 ? FIGURES_ANCHOR : 'what-goes-with-it'}`}
        />
      </td>
      <td {...GRID.gridcell} data-label="Over time" className={CELL}>
        <Sparkline values={figures.overTime} label={`Comments by ${unit}: ${figures.overTime.join(', ')}`} />
      </td>
    </>
  );
}

type CountLinkProps = { count: number; href: string; what: string; note?: string | null };

function CountLink({ count, href, what, note }: CountLinkProps) {
  return (
    <span className="whitespace-nowrap">
      <TextLink href={href}>
        {formatNumber(count)}
        <span className="sr-only"> {what}</span>
      </TextLink>
      {note && <span className="block text-sm text-ink-mute">{note}</span>}
    </span>
  );
}
