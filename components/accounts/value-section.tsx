import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { formatCount, formatMoneyCompact, formatMonth, formatNumber, formatPercent } from '@/lib/core/format';
import type { LifetimeValue } from '@/lib/health/find-lifetime-value';
import { LIFE_HORIZON_MONTHS } from '@/lib/health/lifetime-value';

type Props = {
  workspaceSlug: string;
  currency: string;
  value: LifetimeValue;
  /** In minor units of the workspace's currency; null where it is unknown or the account has left. */
  arrCents: number | null;
};

/** What the account has paid, and what it is expected to pay yet. */
export function ValueSection({ workspaceSlug, currency, value, arrCents }: Props) {
  const { realised, life, plan, watched } = value;
  const money = (cents: number) => formatMoneyCompact(cents, currency);
  const perMonth = arrCents === null ? null : arrCents / 12;
  const months = `${value.from.toISOString().slice(0, 7)}_${value.to.toISOString().slice(0, 7)}`;
  return (
    <Section id="lifetime-value" title="Lifetime value">
      <Card>
        <dl className="grid gap-5 sm:grid-cols-2">
          <Figure
            label="Paid so far"
            value={
              realised ? <TextLink href="#arr-over-time">{money(realised.cents)}</TextLink> : '– Not known'
            }
          >
            {realised
              ? `${realised.months === null ? '' : `In ${formatCount(realised.months, 'month')} as a customer. `}${realised.from === 'payments' ? 'Payments less refunds.' : 'ARR times the time it held: no payments were imported.'}`
              : 'It takes a start date and ARR, or payments, all in currencies with a rate to that of the workspace.'}
          </Figure>
          <Figure
            label={`Expected, next ${LIFE_HORIZON_MONTHS / 12} years`}
            value={life && perMonth !== null ? money(perMonth * life.months) : '– Not known'}
          >
            {life && perMonth !== null ? (
              <>
                {money(perMonth * life.interval.low)} to {money(perMonth * life.interval.high)} (95%
                interval): its ARR over an expected {formatNumber(life.months, 1)} months (
                {formatNumber(life.interval.low, 1)} to {formatNumber(life.interval.high, 1)}), for{' '}
                {formatPercent(life.hazard)} of accounts{' '}
                {plan === null ? 'without a plan' : `on plan ${plan}`} leave a month. From{' '}
                {formatCount(watched.months, 'account-month')},{' '}
                {plan === null ? (
                  `in ${formatNumber(watched.churned)} of which one left`
                ) : (
                  <TextLink href={accountsHref(workspaceSlug, { plan, left: months })}>
                    in {formatNumber(watched.churned)} of which one left
                  </TextLink>
                )}
                , {formatMonth(value.from)} to {formatMonth(value.to)}, drawn towards all plans as if 120
                months more had been watched. Months beyond {LIFE_HORIZON_MONTHS} count nothing; ARR is taken
                to stay.
              </>
            ) : life ? (
              'Its ARR is not known, or it has left.'
            ) : (
              'It has left, or no month has been watched yet.'
            )}
          </Figure>
        </dl>
      </Card>
    </Section>
  );
}

function Figure({ label, value, children }: { label: string; value: ReactNode; children: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm font-medium text-ink-mute">{label}</dt>
      <dd className="mt-0.5">
        <span className="block text-2xl font-semibold tracking-tight">{value}</span>
        <span className="block max-w-prose text-sm text-ink-mute">{children}</span>
      </dd>
    </div>
  );
}
