import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { Days } from '@/lib/annotations/period';
import {
  formatCount,
  formatDate,
  formatMoneyCompact,
  formatMoneyRange,
  formatNumber,
  formatPoints,
} from '@/lib/core/format';
import type { Achievement } from '@/lib/issues/find-achievements';
import { moneyPartsHref } from './achieved-href';
import { fixMonthsHref } from './fix-months';
import { describeFixEffect, describeNoEffect, describeTimes, mayBeChance, per1000 } from './fix-words';

type Props = {
  issuesHref: string;
  currency: string;
  rows: Achievement[];
  /** The latest NPS answer of each person in some days. */
  answersHref: (days: Days) => string;
};

/** Long heads break, or the last columns would be out of sight. */
const WRAPPED = '!whitespace-normal';

/** Shipped issues with what became of their complaints, of the ARR at risk and of the score. */
export function AchievementTable({ issuesHref, currency, rows, answersHref }: Props) {
  const hrefOf = ({ issueId }: Achievement) => `${issuesHref}/${issueId}#effect`;
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
      cell: (row) => <Rates row={row} issueHref={`${issuesHref}/${row.issueId}`} />,
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
      cell: ({ issueId, money, isChurnLinked }) =>
        money ? (
          <span className="block">
            <span className="whitespace-nowrap">{formatMoneyCompact(money.value, currency)}</span>
            <span className="block whitespace-nowrap text-sm text-ink-mute">
              {formatMoneyRange(money.interval.low, money.interval.high, currency)}
            </span>
            <TextLink
              href={moneyPartsHref(issuesHref, { fix: issueId })}
              className="block whitespace-nowrap text-sm font-normal"
            >
              {formatCount(money.parts.length, 'account')}
            </TextLink>
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
              n ={' '}
              <TextLink href={answersHref(points.before)} className="font-normal">
                {formatNumber(points.before.answers)}
                <span className="sr-only"> answers before</span>
              </TextLink>
              ,{' '}
              <TextLink href={answersHref(points.after)} className="font-normal">
                {formatNumber(points.after.answers)}
                <span className="sr-only"> answers after</span>
              </TextLink>
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
      empty={<p className="px-4 py-8 text-center text-ink-mute">No fix.</p>}
    />
  );
}

function Rates({ row: { result }, issueHref }: { row: Achievement; issueHref: string }) {
  if (!result.effect) return <span className="text-ink-mute">–</span>;
  const { before, after } = result.effect;
  const rate = ({ activeMonths, complainingMonths }: typeof before) =>
    per1000(complainingMonths, activeMonths);
  return (
    <span className="whitespace-nowrap">
      {rate(before)} → {rate(after)}
      <Counts of="before" counts={before} issueHref={issueHref} />
      <Counts of="after" counts={after} issueHref={issueHref} />
    </span>
  );
}

/** "104 of 1,932 before", each of which opens its account-months. */
function Counts({
  of,
  counts: { activeMonths, complainingMonths },
  issueHref,
}: {
  of: 'before' | 'after';
  counts: { activeMonths: number; complainingMonths: number };
  issueHref: string;
}) {
  return (
    <span className="block text-sm text-ink-mute">
      <TextLink href={fixMonthsHref(issueHref, of, { complaining: true })} className="font-normal">
        {formatNumber(complainingMonths)}
      </TextLink>{' '}
      of{' '}
      <TextLink href={fixMonthsHref(issueHref, of)} className="font-normal">
        {formatNumber(activeMonths)}
      </TextLink>{' '}
      {of}
    </span>
  );
}
