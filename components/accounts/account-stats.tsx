import { Stat } from '@/components/ui/stat';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatMoneyCompact, formatPercent } from '@/lib/core/format';

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
  problems: { count: number; days: { from: string; to: string } } | null;
};

/** The figures of an account that one looks for first. */
export function AccountStats(props: Props) {
  const { workspaceSlug, accountId, arr, convertedArrCents, atRiskCents, workspaceCurrency } = props;
  const isForeign = arr !== null && arr.currency !== workspaceCurrency;
  const converted = isForeign && convertedArrCents !== null;
  return (
    <div className="grid gap-3 sm:grid-cols-2 xl:grid-cols-4">
      <Stat
        label="ARR at risk, 12 months"
        value={atRiskCents === null ? null : formatMoneyCompact(atRiskCents, workspaceCurrency)}
        unit={
          atRiskCents !== null && convertedArrCents
            ? `${formatPercent(atRiskCents / convertedArrCents)} of its ARR`
            : undefined
        }
        behind="Why at risk"
        href="#why-at-risk"
      />
      <Stat
        label="ARR"
        value={arr && formatMoneyCompact(arr.cents, arr.currency)}
        unit={converted ? `≈ ${formatMoneyCompact(convertedArrCents, workspaceCurrency)}` : undefined}
        behind="ARR over time"
        href="#arr-over-time"
      />
      <Stat
        label="Feedback"
        value={String(props.statements)}
        n={props.statements}
        noun="statement"
        href={feedbackHref(workspaceSlug, { account: accountId })}
      />
      <Stat
        label="Problems, last 90 days"
        value={props.problems && String(props.problems.count)}
        n={props.problems?.count}
        noun="statement"
        href={
          props.problems
            ? feedbackHref(workspaceSlug, { account: accountId, kind: 'problem', ...props.problems.days })
            : undefined
        }
      />
    </div>
  );
}
