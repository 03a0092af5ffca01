import { Estimate } from '@/components/ui/estimate';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatFixed, formatNumber } from '@/lib/core/format';
import type { NamedChange } from '@/lib/impact/find-score-change';
import { describeChance, formatProbability } from '@/lib/stats/describe-chance';
import { isMove, roundChanges } from './round-changes';

type Props = {
  workspaceSlug: string;
  rows: NamedChange[];
  /** Answers of these days that complain of the theme, null for those that complain of none. */
  answersHref: (theme: string | null, side: 'before' | 'now') => string;
};

/** What each theme added to the change of a score; what may be chance stands back. */
export function ScoreChangeTable({ workspaceSlug, rows, answersHref }: Props) {
  const answers = (side: 'before' | 'now'): Column<NamedChange> => ({
    key: side,
    header: side === 'before' ? 'Before' : 'Now',
    align: 'right',
    cell: ({ theme, name, beforePoints, afterPoints, responsesBefore, responsesAfter }) => {
      const count = side === 'before' ? responsesBefore : responsesAfter;
      return (
        <span className="whitespace-nowrap">
          {formatFixed(side === 'before' ? beforePoints : afterPoints, 1)}
          <span className="block text-sm text-ink-mute">
            {count > 0 ? (
              <TextLink href={answersHref(theme, side)} className="font-normal">
                n = {formatNumber(count)}
                <span className="sr-only">
                  {' '}
                  {count === 1 ? 'answer' : 'answers'} on {name ?? 'no problem'}
                </span>
              </TextLink>
            ) : (
              'n = 0'
            )}
          </span>
        </span>
      );
    },
  });
  const columns: Column<NamedChange>[] = [
    {
      key: 'theme',
      header: 'Theme complained of',
      cell: ({ theme, name }) =>
        theme ? <TextLink href={`/w/${workspaceSlug}/themes/${theme}`}>{name}</TextLink> : 'None of them',
    },
    answers('before'),
    answers('now'),
    {
      key: 'change',
      header: 'Change, points',
      align: 'right',
      cell: ({ changePoints, interval, qValue }) => (
        <span className={isMove({ qValue }) ? undefined : 'text-ink-mute'}>
          <Estimate
            value={changePoints}
            {...(interval ?? {})}
            format={{ kind: 'decimal', digits: 1 }}
            stacked
          />
        </span>
      ),
    },
    {
      key: 'sure',
      header: 'Sure?',
      cell: ({ qValue }) => (
        <>
          {describeChance(qValue)},{' '}
          <span className="text-sm text-ink-mute">{formatProbability('q', qValue)}</span>
        </>
      ),
    },
  ];
  return (
    <Table
      caption="Points each theme adds to the score, before and now; all rows together are the score, and all changes its change"
      onPhone="cards"
      columns={columns}
      rows={roundChanges(rows)}
      rowKey={({ theme }) => theme ?? 'none'}
    />
  );
}
