import { Estimate } from '@/components/ui/estimate';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { toDay } from '@/lib/annotations/period';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import type { ScoreTheme } from './pick-score-themes';
import { Certainty, certaintyNote } from './rising-themes';
import { isMove } from './round-changes';

type Props = {
  workspaceSlug: string;
  /** Each with its statements that tell of a problem, as counted now. */
  themes: (ScoreTheme & { statements: number })[];
  /** How many themes were tested together. */
  tested: number;
  asOf: Date;
};

/** Themes whose problems go with a lower score: NPS of everybody who wrote, minus NPS without those who complain of it. */
export function ScoreThemes({ workspaceSlug, themes, tested, asOf }: Props) {
  const columns: Column<Props['themes'][number]>[] = [
    {
      key: 'theme',
      header: 'Theme',
      cell: (theme) => <TextLink href={`/w/${workspaceSlug}/themes/${theme.themeId}`}>{theme.name}</TextLink>,
    },
    {
      key: 'impact',
      header: 'NPS points',
      align: 'right',
      cell: ({ impactPoints, low, high, qValue }) => (
        <span className={isMove({ qValue }) ? undefined : 'text-ink-mute'}>
          <Estimate
            value={impactPoints}
            {...(low === null || high === null ? {} : { low, high })}
            format={{ kind: 'decimal', digits: 1 }}
            stacked
          />
        </span>
      ),
    },
    {
      key: 'statements',
      header: 'Statements',
      align: 'right',
      cell: (theme) => (
        <TextLink
          href={feedbackHref(workspaceSlug, {
            branch: theme.themeId,
            problem: '1',
            to: toDay(asOf),
          })}
        >
          {formatNumber(theme.statements)}
          <span className="sr-only"> statements with a problem about {theme.name}</span>
        </TextLink>
      ),
    },
    {
      key: 'people',
      header: 'People',
      align: 'right',
      cell: (theme) => (
        <TextLink href={`/w/${workspaceSlug}/themes/${theme.themeId}#what-goes-with-it`}>
          {formatNumber(theme.people)}
          <span className="sr-only"> people who complain of {theme.name}</span>
        </TextLink>
      ),
    },
    { key: 'certainty', header: 'Sure?', cell: ({ qValue }) => <Certainty qValue={qValue} /> },
  ];
  return (
    <Table
      caption={`Associated with a lower NPS, over all feedback of all accounts to ${formatDate(asOf)}: NPS of all who wrote, minus NPS without those who told of the problem. The 95% interval is of that theme alone. ${certaintyNote(`all ${formatCount(tested, 'theme')}`)}`}
      onPhone="cards"
      columns={columns}
      rows={themes}
      rowKey={(theme) => theme.themeId}
      empty={
        <p className="px-5 py-4 text-ink-mute">
          No theme is associated with a lower NPS. It takes NPS answers with comments.
        </p>
      }
    />
  );
}
