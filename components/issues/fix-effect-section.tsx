import { Card } from '@/components/ui/card';
import { type Definition, DefinitionList } from '@/components/ui/definition-list';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatDate, formatFixed, formatNumber } from '@/lib/core/format';
import { type FixEffectResult, type FixMonth, MOST_MONTHS } from '@/lib/issues/fix-effect';
import { describeFixEffect, describeNoEffect, describeTimes } from './fix-words';

const DAY_MS = 86_400_000;

type Props = {
  result: FixEffectResult;
  shippedAt: Date;
  /** The statements of a month, first and last day included. */
  statementsHref: (from: string, to: string) => string;
};

/** What became of the complaints since a fix, with the months it rests on. */
export function FixEffectSection({ result, shippedAt, statementsHref }: Props) {
  return (
    <Section
      id="effect"
      title="Did it help?"
      description={`Shipped on ${formatDate(shippedAt)}. Accounts that complained in a month of 30 days, among all customers of that month.`}
    >
      {result.effect === null ? (
        <Card>
          <p className="text-ink-mute">{describeNoEffect(result.reason)}</p>
        </Card>
      ) : (
        <>
          <Card className="space-y-4">
            <p className="max-w-prose text-lg">{describeFixEffect(result.effect)}</p>
            <DefinitionList items={figures(result.effect)} />
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
                  cell: ({ activeAccounts }) => formatNumber(activeAccounts),
                },
                {
                  key: 'complaining',
                  header: 'That complained',
                  align: 'right',
                  cell: ({ complainingAccounts }) => formatNumber(complainingAccounts),
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

function figures({
  before,
  after,
  rateRatio,
  againstUntouched,
}: NonNullable<FixEffectResult['effect']>): Definition[] {
  const rate = ({ activeMonths, complainingMonths }: typeof before) =>
    `${per1000(complainingMonths, activeMonths)} per 1,000 (${formatNumber(complainingMonths)} of ${formatCount(activeMonths, 'account-month')})`;
  return [
    { term: 'Before', description: rate(before) },
    { term: 'After', description: rate(after) },
    {
      term: 'After ÷ before',
      description: rateRatio ? describeTimes(rateRatio.ratio, rateRatio) : '– nobody complained before',
    },
    {
      term: 'Against the others',
      description: againstUntouched
        ? `${describeTimes(againstUntouched.ratio, againstUntouched.interval)}: the same ratio, divided by that of the ${formatCount(againstUntouched.themes, 'theme')} nobody fixed (${formatFixed(againstUntouched.untouchedRatio, 2)} times)`
        : '– no theme without a fix to compare with',
    },
  ];
}

function per1000(events: number, exposure: number): string {
  return exposure === 0 ? '–' : formatFixed((1000 * events) / exposure, 1);
}

function whenOf({ from, isAfter }: FixMonth, shippedAt: Date): string {
  if (isAfter) return 'After';
  const monthsBefore = (shippedAt.getTime() / DAY_MS - from) / 30;
  return monthsBefore <= MOST_MONTHS ? 'Before' : 'Earlier';
}

function isoDay(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}
