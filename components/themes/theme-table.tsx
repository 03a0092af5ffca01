import { Sparkline } from '@/components/charts/sparkline';
import { Card } from '@/components/ui/card';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { BucketUnit } from '@/lib/annotations/buckets';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { Days } from '@/lib/annotations/period';
import { formatNumber, formatPercent } from '@/lib/core/format';
import { describeChange } from './describe-change';
import { ScoreImpact } from './score-impact';
import { SentimentSplit } from './sentiment-split';
import { ThemeChange } from './theme-change';
import { firstOrder, type SortOrder, type ThemeRow, type ThemeSort } from './theme-row';

type Props = {
  workspaceSlug: string;
  rows: ThemeRow[];
  period: Days;
  /** Of the stretches that comments over time are counted in. */
  unit: BucketUnit;
  sort: ThemeSort;
  order: SortOrder;
  /** The address of this list under another order. */
  hrefOf: (sort: ThemeSort, order: SortOrder) => string;
};

/** All themes of a period; each count opens the comments behind it, the NPS effect what is known of its people. */
export function ThemeTable({ workspaceSlug, rows, period: { from, to }, unit, sort, order, hrefOf }: Props) {
  const behind = (row: ThemeRow, more: FeedbackFilter = {}) =>
    feedbackHref(workspaceSlug, { theme: row.themeId, ...more, from, to });
  const sortable = (key: ThemeSort) => ({
    key,
    sortHref: hrefOf(
      key,
      sort === key ? (order === 'ascending' ? 'descending' : 'ascending') : firstOrder(key),
    ),
    ...(sort === key && { sorted: order }),
  });
  const columns: Column<ThemeRow>[] = [
    {
      ...sortable('name'),
      header: 'Theme',
      className: 'min-w-40 align-middle',
      cell: (row) => <TextLink href={`/w/${workspaceSlug}/themes/${row.themeId}`}>{row.name}</TextLink>,
    },
    {
      ...sortable('mentions'),
      header: 'Comments',
      align: 'right',
      className: 'align-middle',
      cell: (row) => (
        <CountLink
          count={row.mentions}
          href={behind(row)}
          what={`comments on ${row.name}`}
          note={row.share === null ? null : formatPercent(row.share)}
        />
      ),
    },
    {
      ...sortable('negative'),
      header: 'Sentiment',
      className: 'align-middle',
      cell: (row) => (
        <SentimentSplit name={row.name} counts={row} hrefOf={(sentiment) => behind(row, { sentiment })} />
      ),
    },
    {
      ...sortable('problems'),
      header: 'Problems',
      align: 'right',
      className: 'align-middle',
      cell: (row) => (
        <CountLink
          count={row.problems}
          href={behind(row, { problem: '1' })}
          what={`comments with a problem with ${row.name}`}
        />
      ),
    },
    {
      ...sortable('change'),
      header: 'Change of share',
      className: 'align-middle',
      cell: (row) => <ThemeChange change={describeChange(row)} />,
    },
    {
      ...sortable('nps'),
      header: 'NPS effect',
      align: 'right',
      className: 'align-middle',
      cell: (row) => (
        <ScoreImpact
          score={row.score}
          name={row.name}
          href={`/w/${workspaceSlug}/themes/${row.themeId}#what-goes-with-it`}
        />
      ),
    },
    {
      key: 'overTime',
      header: 'Over time',
      className: 'align-middle',
      cell: (row) => (
        <Sparkline values={row.overTime} label={`Comments by ${unit}: ${row.overTime.join(', ')}`} />
      ),
    },
  ];
  return (
    <Card flush>
      <Table
        caption="Themes"
        hideCaption
        columns={columns}
        rows={rows}
        rowKey={(row) => row.themeId}
        onPhone="cards"
      />
    </Card>
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
