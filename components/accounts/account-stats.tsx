import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import type { Days } from '@/lib/annotations/period';
import { formatDate, formatMoneyCompact, formatNumber, formatPercent } from '@/lib/core/format';
import { Unknown } from './unknown';

type Props = {
  workspaceSlug: string;
  accountId: string;
  /** ARR in its own currency. */
  arr: { cents: number; currency: string } | null;
  /** In minor units of the workspace's currency; null where unknown. */
  convertedArrCents: number | null;
  atRiskCents: number | null;
  workspaceCurrency: string;
  /** Statements in all, and problems of the last 90 days with those days. */
  statements: number;
  problems: { count: number; days: Days } | null;
};

/** The figures of an account that one looks for first. */
export function AccountStats(props: Props) {
  const { workspaceSlug, accountId, arr, convertedArrCents, atRiskCents, problems } = props;
  const money = (cents: number) => formatMoneyCompact(cents, props.workspaceCurrency);
  const isForeign = arr !== null && arr.currency !== props.workspaceCurrency;
  return (
    <Card>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-5 lg:grid-cols-4">
        <Figure
          label="ARR at risk, 12 months"
          value={
            atRiskCents === null ? (
              <Unknown reason="Not known: see “Why at risk”" />
            ) : (
              <TextLink href="#why-at-risk">{money(atRiskCents)}</TextLink>
            )
          }
          note={
            atRiskCents !== null && convertedArrCents
              ? `${formatPercent(atRiskCents / convertedArrCents)} of its ARR, with its problems`
              : null
          }
        />
        <Figure
          label="ARR"
          value={
            arr ? (
              <TextLink href="#arr-over-time">{formatMoneyCompact(arr.cents, arr.currency)}</TextLink>
            ) : (
              <Unknown reason="No ARR was imported for it" />
            )
          }
          note={
            isForeign &&
            (convertedArrCents === null ? `no rate for ${arr.currency}` : `≈ ${money(convertedArrCents)}`)
          }
        />
        <Figure
          label="Statements"
          value={
            <TextLink href={feedbackHref(workspaceSlug, { account: accountId })}>
              {formatNumber(props.statements)}
            </TextLink>
          }
          note="in all"
        />
        <Figure
          label="Problems told"
          value={
            problems ? (
              <TextLink
                href={feedbackHref(workspaceSlug, { account: accountId, problem: '1', ...problems.days })}
              >
                {formatNumber(problems.count)}
              </TextLink>
            ) : (
              <Unknown reason="No feedback yet" />
            )
          }
          note={problems && `in the 90 days to ${formatDate(new Date(problems.days.to))}`}
        />
      </dl>
    </Card>
  );
}

function Figure({ label, value, note }: { label: string; value: ReactNode; note: ReactNode }) {
  return (
    <div className="min-w-0">
      <dt className="text-sm font-medium text-ink-mute">{label}</dt>
      <dd className="mt-0.5">
        <span className="block text-2xl font-semibold tracking-tight">{value}</span>
        {note && <span className="block text-sm text-ink-mute">{note}</span>}
      </dd>
    </div>
  );
}
