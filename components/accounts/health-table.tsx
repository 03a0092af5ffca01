import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatMoneyCompact, formatPercent } from '@/lib/core/format';
import type { Propensity } from '@/lib/health/find-health';
import type { HealthOutcome, HealthReason } from '@/lib/health/schema';
import type { AccountRow } from '@/lib/impact/describe-accounts';
import { describeReason } from './health-words';
import { NextStepText } from './next-step-text';
import type { NextStep } from './next-steps';
import { reasonHref } from './reason-href';
import { Unknown } from './unknown';

/** An account with what is foretold of it, and the first thing to do. */
export interface HealthRow extends AccountRow {
  propensities: Partial<Record<HealthOutcome, Propensity>>;
  ownerName: string | null;
  nextStep: NextStep | null;
}

type Props = {
  workspaceSlug: string;
  currency: string;
  rows: HealthRow[];
  /** The last day that the chances count. */
  asOf: Date | undefined;
  /** Outcomes whose chances are shown. */
  shown: ReadonlySet<HealthOutcome>;
};

const REASONS_SHOWN = 2;

/** Accounts by what leaving them would cost, each with why and what to do next. */
export function HealthTable({ workspaceSlug, currency, rows, asOf, shown }: Props) {
  const hrefOf = ({ id }: HealthRow) => `/w/${workspaceSlug}/accounts/${id}`;
  const columns: Column<HealthRow>[] = [
    {
      key: 'name',
      header: 'Account',
      cell: (row) => (
        <span className="block min-w-40 space-y-0.5">
          <TextLink href={hrefOf(row)} dir="auto" className="break-words">
            {row.name}
          </TextLink>
          <span className="block text-sm font-normal text-ink-mute">
            {[row.plan, row.segment, row.ownerName].filter(Boolean).join(' · ')}
          </span>
        </span>
      ),
    },
    {
      key: 'loss',
      header: 'ARR × chance to leave',
      align: 'right',
      cell: (row) =>
        row.churnChance === null || row.convertedArrCents === null ? (
          <Unknown
            reason={row.churnChance === null ? 'Its chance to leave is not known' : 'Its ARR is not known'}
          />
        ) : (
          <TextLink href={`${hrefOf(row)}#outlook`} className="block no-underline">
            <span className="underline decoration-accent/40 underline-offset-[3px]">
              {formatMoneyCompact(row.churnChance * row.convertedArrCents, currency)}
            </span>
            <span className="block whitespace-nowrap text-sm font-normal text-ink-mute">
              {formatMoneyCompact(row.convertedArrCents, currency)} × {formatPercent(row.churnChance)}
            </span>
          </TextLink>
        ),
    },
    ...(['contraction', 'expansion'] as const)
      .filter((outcome) => shown.has(outcome))
      .map(
        (outcome): Column<HealthRow> => ({
          key: outcome,
          header: outcome === 'contraction' ? 'Pays less' : 'Pays more',
          align: 'right',
          cell: (row) => {
            const chance = row.propensities[outcome]?.chance;
            return chance === undefined ? (
              <Unknown reason="Not known of this account" />
            ) : (
              <TextLink href={`${hrefOf(row)}#outlook`} className="font-normal">
                {formatPercent(chance)}
                <span className="sr-only">: the outlook of {row.name}</span>
              </TextLink>
            );
          },
        }),
      ),
    {
      key: 'why',
      header: 'Why it may leave',
      cell: (row) => (
        <Why
          propensity={row.propensities.churn}
          currency={currency}
          hrefOf={(reason) =>
            asOf
              ? reasonHref(reason, { workspaceSlug, accountId: row.id, asOf, accountHref: hrefOf(row) })
              : null
          }
        />
      ),
    },
    {
      key: 'next',
      header: 'Next step',
      cell: ({ nextStep }) =>
        nextStep ? (
          <span className="block sm:min-w-48">
            <NextStepText workspaceSlug={workspaceSlug} step={nextStep} />
          </span>
        ) : (
          <span className="text-ink-mute">Nothing stands out</span>
        ),
    },
  ];
  return (
    <Table
      caption="Accounts by ARR times the chance to leave"
      hideCaption
      onPhone="cards"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

function Why({
  propensity,
  currency,
  hrefOf,
}: {
  propensity: Propensity | undefined;
  currency: string;
  hrefOf: (reason: HealthReason) => string | null;
}) {
  const raising = (propensity?.reasons ?? []).filter(({ contribution }) => contribution > 0);
  if (!propensity) return <Unknown reason="Its chance to leave is not known" />;
  if (raising.length === 0) return <span className="text-ink-mute">Nothing raises it</span>;
  return (
    <ul className="space-y-0.5 sm:min-w-44">
      {raising.slice(0, REASONS_SHOWN).map((reason) => {
        const words = describeReason(reason, currency);
        const href = hrefOf(reason);
        return <li key={reason.key}>{href ? <TextLink href={href}>{words}</TextLink> : words}</li>;
      })}
    </ul>
  );
}
