import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { Days } from '@/lib/annotations/period';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import type { PointsGain } from '@/lib/issues/find-points-gain';
import { type FixEffectResult, type FixMonth, MOST_MONTHS } from '@/lib/issues/fix-effect';
import { fixMonthsHref } from './fix-months';
import {
  describeAgainstOthers,
  describeFixEffect,
  describeNoEffect,
  describePointsGain,
  describeTimes,
  judgePointsGain,
  NO_POINTS,
  per1000,
} from './fix-words';

const DAY_MS = 86_400_000;

type Props = {
  result: FixEffectResult;
  /** What the fix did to NPS; null where unknown. */
  points: PointsGain | null;
  shippedAt: Date;
  issueHref: string;
  /** What it did to ARR at risk, account by account. */
  moneyHref: string;
  /** The statements of a month, first and last day included. */
  statementsHref: (from: string, to: string) => string;
  /** The latest NPS answer of each person in some days. */
  answersHref: (days: Days) => string;
};

/** What became of the complaints since a fix, with the months it rests on. */
export function FixEffectSection(props: Props) {
  const { result, points, shippedAt, issueHref, moneyHref, statementsHref, answersHref } = props;
  const score = { term: 'NPS won back', description: <Points points={points} answersHref={answersHref} /> };
  const money = {
    term: 'ARR at risk taken away',
    description: <TextLink href={moneyHref}>In money, with the accounts it is the sum of</TextLink>,
  };
  return (
    <Section
      id="effect"
      title="Did it help?"
      description={`Shipped on ${formatDate(shippedAt)}. Accounts that complained in a month of 30 days, among all customers of that month.`}
    >
      {result.effect === null ? (
        <Card className="space-y-4">
          <p className="text-ink-mute">{describeNoEffect(result.reason)}</p>
          {points && <DefinitionList items={[score]} />}
        </Card>
      ) : (
        <>
          <Card className="space-y-4">
            <p className="max-w-prose text-lg">{describeFixEffect(result.effect)}</p>
            <DefinitionList items={[...figures(result.effect, issueHref), money, score]} />
            <p className="max-w-prose text-sm text-ink-mute">
              Issues tend to be fixed when complaints are at their peak, and would have fallen somewhat anyway
              (regression to the mean). The months before show how far. The intervals speak of these
              accounts&rsquo; chance, not of other things that happened on the same day.
            </p>
          </Card>
          <Card flush>
            <Table
              caption="Month by month"
              rows={result.effect.months}
              rowKey={({ from }) => String(from)}
              onPhone="cards"
              columns={[
                { key: 'from', header: 'From', cell: ({ from }) => formatDate(new Date(from * DAY_MS)) },
                { key: 'when', header: 'When', cell: (month) => whenOf(month, shippedAt) },
                {
                  key: 'active',
                  header: 'Customers',
                  align: 'right',
                  cell: ({ from, activeAccounts }) => (
                    <Rows count={activeAccounts} href={fixMonthsHref(issueHref, isoDay(from))} />
                  ),
                },
                {
                  key: 'complaining',
                  header: 'That complained',
                  align: 'right',
                  cell: ({ from, complainingAccounts }) => (
                    <Rows
                      count={complainingAccounts}
                      href={fixMonthsHref(issueHref, isoDay(from), { complaining: true })}
                    />
                  ),
                },
                {
                  key: 'rate',
                  header: 'Per 1,000',
                  align: 'right',
                  cell: ({ activeAccounts, complainingAccounts }) =>
                    per1000(complainingAccounts, activeAccounts),
                },
                {
                  key: 'said',
                  header: 'What was said',
                  cell: ({ from, until }) => (
                    <TextLink href={statementsHref(isoDay(from), isoDay(until - 1))}>
                      Statements
                      <span className="sr-only"> from {formatDate(new Date(from * DAY_MS))} on</span>
                    </TextLink>
                  ),
                },
              ]}
            />
          </Card>
        </>
      )}
    </Section>
  );
}

/** The score impact of a fix, with the answers on either side. */
function Points({ points, answersHref }: Pick<Props, 'points' | 'answersHref'>) {
  if (!points) return `– ${NO_POINTS}`;
  const { before, after } = points;
  return (
    <>
      {describePointsGain(points)}: {judgePointsGain(points)} What the problem adds to NPS after the fix, by{' '}
      <TextLink href={answersHref(after)}>{formatCount(after.answers, 'answer')}</TextLink>, minus what it
      added before, by <TextLink href={answersHref(before)}>{formatCount(before.answers, 'answer')}</TextLink>
      . A plain before and after: other things that moved the score are in it.
    </>
  );
}

/** A count that opens what it counts; of nothing there is nothing to open. */
function Rows({ count, href, noun }: { count: number; href: string; noun?: string }) {
  const text = noun ? formatCount(count, noun) : formatNumber(count);
  return count === 0 ? text : <TextLink href={href}>{text}</TextLink>;
}

function figures(
  { before, after, rateRatio, againstUntouched }: NonNullable<FixEffectResult['effect']>,
  issueHref: string,
): Definition[] {
  const rate = (of: 'before' | 'after', { activeMonths, complainingMonths }: typeof before) => (
    <>
      {per1000(complainingMonths, activeMonths)} per 1,000 (
      <Rows count={complainingMonths} href={fixMonthsHref(issueHref, of, { complaining: true })} /> of{' '}
      <Rows count={activeMonths} href={fixMonthsHref(issueHref, of)} noun="account-month" />)
    </>
  );
  return [
    { term: 'Before', description: rate('before', before) },
    { term: 'After', description: rate('after', after) },
    {
      term: 'After ÷ before',
      description: rateRatio ? describeTimes(rateRatio.ratio, rateRatio) : '– nobody complained before',
    },
    {
      term: 'Against the others',
      description: describeAgainstOthers(againstUntouched),
    },
  ];
}

function whenOf({ from, isAfter }: FixMonth, shippedAt: Date): string {
  if (isAfter) return 'After';
  const monthsBefore = (shippedAt.getTime() / DAY_MS - from) / 30;
  return monthsBefore <= MOST_MONTHS ? 'Before' : 'Earlier';
}

function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
