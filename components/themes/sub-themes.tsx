import { Sparkline } from '@/components/charts/sparkline';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { TreeFigures } from '@/lib/annotations/find-theme-figures';
import type { Days } from '@/lib/annotations/period';
import type { Taxonomy } from '@/lib/annotations/taxonomy';
import { formatNumber } from '@/lib/core/format';
import { describeChange } from './describe-change';
import { SentimentSplit } from './sentiment-split';
import { ThemeChange } from './theme-change';
import { type Carried, themeHref } from './theme-href';

type Props = {
  workspaceSlug: string;
  subThemes: TreeFigures[];
  period: Days;
  taxonomy: Taxonomy;
  carried: Carried;
};

/** What a theme is made of. */
export function SubThemes({ workspaceSlug, subThemes, period: { from, to }, taxonomy, carried }: Props) {
  if (subThemes.length === 0) return null;
  const behind = ({ themeId }: TreeFigures, more: FeedbackFilter = {}) =>
    feedbackHref(workspaceSlug, {
      theme: themeId,
      ...(taxonomy === 'first' ? { first: '1' } : {}),
      ...more,
      from,
      to,
    });
  const columns: Column<TreeFigures>[] = [
    {
      key: 'name',
      header: 'Sub-theme',
      cell: ({ themeId, name }) => (
        <TextLink href={themeHref(workspaceSlug, themeId, carried)}>{name}</TextLink>
      ),
    },
    {
      key: 'mentions',
      header: 'Comments',
      align: 'right',
      cell: (row) => (
        <TextLink href={behind(row)}>
          {formatNumber(row.mentions)}
          <span className="sr-only"> comments on {row.name}</span>
        </TextLink>
      ),
    },
    {
      key: 'sentiment',
      header: 'Sentiment',
      cell: (row) => (
        <SentimentSplit name={row.name} counts={row} hrefOf={(sentiment) => behind(row, { sentiment })} />
      ),
    },
    { key: 'change', header: 'Change of share', cell: (row) => <ThemeChange change={describeChange(row)} /> },
    {
      key: 'overTime',
      header: 'Over time',
      cell: ({ overTime }) => (
        <Sparkline values={overTime} label={`Comments over time: ${overTime.join(', ')}`} />
      ),
    },
  ];
  return (
    <Section
      title="Sub-themes"
      description="A comment may speak of several, so their counts may add up to more than the theme’s."
    >
      <Card flush>
        <Table
          caption="Sub-themes"
          hideCaption
          columns={columns}
          rows={[...subThemes].sort((a, b) => b.mentions - a.mentions || a.name.localeCompare(b.name, 'en'))}
          rowKey={({ themeId }) => themeId}
          onPhone="cards"
        />
      </Card>
    </Section>
  );
}
