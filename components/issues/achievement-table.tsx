import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import {
  formatDate,
  formatFixed,
  formatMoneyCompact,
  formatMoneyRange,
  formatNumber,
  formatPoints,
} from '@/lib/core/format';
import type { Achievement } from '@/lib/issues/find-achievements';
import { describeFixEffect, describeNoEffect, describeTimes, mayBeChance } from './fix-words';

type Props = { workspaceSlug: string; currency: string; rows: Achievement[] };

/** Long heads break, or the last columns would be out of sight. */
const WRAPPED = '!whitespace-normal';

/** Shipped issues with what became of their complaints, of the ARR at risk and of the score. */
export function AchievementTable({ workspaceSlug, currency, rows }: Props) {
  const hrefOf = ({ issueId }: Achievement) => `/w/${workspaceSlug}/issues/${issueId}#effect`;
  const columns: Column<Achievement>[] = [
    {
      key: 'issue',
      header: 'Issue',
      cell: (row) => (
        <span className="block min-w-32">
          <TextLink href={hrefOf(row)}>{row.title}</TextLink>
          <span className="block text-sm font-normal text-ink-mute">shipped {formatDate(row.shippedAt)}</span>
        </span>
      ),
    },
    {
      key: 'verdict',
      header: 'Did it help?',
      cell: ({ result }) => (
        <span className="block sm:min-w-36">
          {result.effect ? describeFixEffect(result.effect) : describeNoEffect(result.reason)}
        </span>
      ),
    },
    {
      key: 'rates',
      header: 'Complaining, per 1,000 account-months',
      align: 'right',
      className: WRAPPED,
      cell: (row) => <Rates row={row} href={hrefOf(row)} />,
    },
    {
      key: 'others',
      header: 'Against untouched themes',
      className: WRAPPED,
      cell: ({ result }) =>
        result.effect?.againstUntouched ? (
          <span className="block text-sm sm:min-w-32">
            {describeTimes(result.effect.againstUntouched.ratio, result.effect.againstUntouched.interval)}
          </span>
        ) : (
          <span className="text-ink-mute">–</span>
        ),
    },
    {
      key: 'money',
      header: 'ARR at risk taken away',
      align: 'right',
      className: WRAPPED,
      cell: ({ money, isChurnLinked }) =>
        money ? (
          <span className="block">
            <span className="whitespace-nowrap">{formatMoneyCompact(money.value, currency)}</span>
            <span className="block whitespace-nowrap text-sm text-ink-mute">
              {formatMoneyRange(money.interval.low, money.interval.high, currency)}
            </span>
            {mayBeChance(money.interval) && (
              <span className="block text-sm text-ink-mute">may be chance</span>
            )}
            {!isChurnLinked && (
              <span className="block text-sm text-ink-mute">its link with churn may be chance</span>
            )}
          </span>
        ) : (
          <span className="text-ink-mute">–</span>
        ),
    },
    {
      key: 'points',
      header: 'NPS points',
      align: 'right',
      cell: ({ points }) =>
        points ? (
          <span className="whitespace-nowrap">
            {formatPoints(points.value, 1)}
            <span className="block text-sm text-ink-mute">
              {formatPoints(points.interval.low, 1)} to {formatPoints(points.interval.high, 1)}
            </span>
            {mayBeChance(points.interval) && (
              <span className="block text-sm text-ink-mute">may be chance</span>
            )}
            <span className="block text-sm text-ink-mute">
              n = {formatNumber(points.before.answers)}, {formatNumber(points.after.answers)}
            </span>
          </span>
        ) : (
          <span className="text-ink-mute">–</span>
        ),
    },
  ];
  return (
    <Table
      caption="Shipped issues, the latest first"
      hideCaption
      onPhone="cards"
      columns={columns}
      rows={rows}
      rowKey={({ issueId }) => issueId}
    />
  );
}

function Rates({ row: { result }, href }: { row: Achievement; href: string }) {
  if (!result.effect) return <span className="text-ink-mute">–</span>;
  const { before, after } = result.effect;
  const rate = ({ activeMonths, complainingMonths }: typeof before) =>
    activeMonths === 0 ? '–' : formatFixed((1000 * complainingMonths) / activeMonths, 1);
  return (
    <span className="whitespace-nowrap">
      {rate(before)} → {rate(after)}
      <TextLink href={href} className="block text-sm font-normal">
        {formatNumber(before.complainingMonths)} of {formatNumber(before.activeMonths)},{' '}
        {formatNumber(after.complainingMonths)} of {formatNumber(after.activeMonths)}
      </TextLink>
    </span>
  );
}
