import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatNumber, formatPercent } from '@/lib/core/format';
import type { HealthModelRow, Propensity } from '@/lib/health/find-health';
import { type HealthOutcome, type HealthReason, HORIZON_MONTHS } from '@/lib/health/schema';
import { describeQuality, describeReason, describeWithheld, outcomeNames } from './health-words';
import { reasonHref } from './reason-href';
import { relateHorizons } from './risk-horizons';

type Props = {
  workspaceSlug: string;
  accountId: string;
  currency: string;
  models: HealthModelRow[];
  propensities: Partial<Record<HealthOutcome, Propensity>>;
  /** Share of its ARR at risk over 12 months; null where unknown. */
  atRiskShare: number | null;
};

/** How likely the account leaves, pays less or pays more, and what moves each chance. */
export function HealthSection(props: Props) {
  const { workspaceSlug, accountId, currency, models, propensities, atRiskShare } = props;
  const asOf = models[0]?.asOf;
  if (!asOf) {
    return (
      <Section id="outlook" title="Outlook">
        <Card>
          <p className="text-ink-mute">Not computed yet: it follows once issues have been ranked.</p>
        </Card>
      </Section>
    );
  }
  const isShown = models.some(({ outcome, withheld }) => outcome === 'churn' && withheld === null);
  const horizons = relateHorizons(isShown ? (propensities.churn?.chance ?? null) : null, atRiskShare);
  const columns: Column<HealthModelRow>[] = [
    {
      key: 'outcome',
      header: `Within ${HORIZON_MONTHS} months`,
      cell: ({ outcome }) => outcomeNames[outcome],
    },
    {
      key: 'chance',
      header: 'Chance',
      align: 'right',
      cell: ({ outcome, withheld }) => {
        const found = propensities[outcome];
        return found && withheld === null ? (
          <span className="text-lg font-semibold">{formatPercent(found.chance)}</span>
        ) : (
          <span className="text-ink-mute">–</span>
        );
      },
    },
    {
      key: 'why',
      header: 'Why',
      cell: (model) => {
        const found = propensities[model.outcome];
        const withheld = describeWithheld(model);
        if (withheld) return <span className="text-ink-mute">{withheld}</span>;
        if (!found)
          return (
            <span className="text-ink-mute">
              Nothing is said of accounts that are not customers on this day.
            </span>
          );
        return (
          <Reasons
            reasons={found.reasons}
            currency={currency}
            hrefOf={(reason) => reasonHref(reason, { workspaceSlug, accountId, asOf, accountHref: '' })}
          />
        );
      },
    },
    {
      key: 'quality',
      header: 'How sure',
      cell: (model) => (
        <span className="block text-sm sm:min-w-48">
          {describeQuality(model)}{' '}
          {model.details && (
            <TextLink href={`/w/${workspaceSlug}/accounts/health/${model.outcome}`}>
              What it learned<span className="sr-only">: {outcomeNames[model.outcome]}</span>
            </TextLink>
          )}
        </span>
      ),
    },
  ];
  return (
    <Section
      id="outlook"
      title="Outlook"
      description={`What accounts like this one went on to do, by what was known of it on ${formatDate(asOf)}. It goes with these, which need not be its cause.`}
    >
      <Card flush>
        <Table
          caption="Chances of this account"
          hideCaption
          onPhone="cards"
          columns={columns}
          rows={models}
          rowKey={({ outcome }) => outcome}
        />
      </Card>
      {horizons && (
        <p className="max-w-prose text-sm text-ink-mute">
          {horizons} <TextLink href="#why-at-risk">What is at risk, and why</TextLink>
        </p>
      )}
    </Section>
  );
}

function Reasons(props: {
  reasons: HealthReason[];
  currency: string;
  hrefOf: (reason: HealthReason) => string | null;
}) {
  if (props.reasons.length === 0) {
    return <span className="text-ink-mute">Nothing sets it apart from an average account.</span>;
  }
  return (
    <ul className="space-y-0.5">
      {props.reasons.map((reason) => {
        const words = describeReason(reason, props.currency);
        const href = props.hrefOf(reason);
        return (
          <li key={reason.key}>
            {href ? <TextLink href={href}>{words}</TextLink> : words}{' '}
            <span className="whitespace-nowrap text-sm text-ink-mute">
              odds × {formatNumber(Math.exp(reason.contribution), 2)}
            </span>
          </li>
        );
      })}
    </ul>
  );
}
