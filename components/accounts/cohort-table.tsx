import { cx } from '@/components/ui/cx';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { formatCount, formatMonth, formatNumber, formatPercent } from '@/lib/core/format';
import { COHORT_AGES, type Cohort, type CohortAge } from '@/lib/health/find-cohorts';
import { Unknown } from './unknown';

type Props = { workspaceSlug: string; cohorts: Cohort[]; show: 'accounts' | 'arr' };

/** A darker ground for a larger share; the figure itself says it in full. */
const SHADES = ['', 'bg-accent/5', 'bg-accent/10', 'bg-accent/15', 'bg-accent/20', 'bg-accent/25'];

/** What share of each month's new accounts, or of their ARR, is still there so many months later. */
export function CohortTable({ workspaceSlug, cohorts, show }: Props) {
  const reached = COHORT_AGES.filter((age) =>
    cohorts.some(({ ages }) => ages.some((one) => one.age === age)),
  );
  const columns: Column<Cohort>[] = [
    { key: 'month', header: 'Customers since', cell: ({ month }) => formatMonth(new Date(`${month}-01`)) },
    {
      key: 'accounts',
      header: 'Accounts',
      align: 'right',
      cell: ({ month, accounts }) => (
        <TextLink href={accountsHref(workspaceSlug, { since: month })}>{formatNumber(accounts)}</TextLink>
      ),
    },
    ...reached.map(
      (age): Column<Cohort> => ({
        key: `${age}`,
        header: age === 1 ? '1 month' : `${age} months`,
        align: 'right',
        cell: (cohort) => {
          const found = cohort.ages.find((one) => one.age === age);
          if (!found) return <Unknown reason="Not all of them have been customers for so long" />;
          return show === 'accounts' ? (
            <Share share={found.kept / cohort.accounts}>
              <TextLink
                href={accountsHref(workspaceSlug, { since: cohort.month, kept: String(age) })}
                className="font-normal"
              >
                {formatNumber(found.kept)}
                <span className="sr-only"> accounts still there after {formatCount(age, 'month')}</span>
              </TextLink>
            </Share>
          ) : (
            <ArrShare found={found} />
          );
        },
      }),
    ),
  ];
  return (
    <Table
      caption={
        show === 'accounts'
          ? 'Share and number of accounts still there, by months since their start'
          : 'ARR as a share of that at the start, and the accounts it rests on'
      }
      onPhone="scroll"
      columns={columns}
      rows={cohorts}
      rowKey={({ month }) => month}
    />
  );
}

function ArrShare({ found }: { found: CohortAge }) {
  if (found.arrShare === null) return <Unknown reason="No ARR is known of both days" />;
  return <Share share={found.arrShare}>n = {formatNumber(found.arrAccounts)}</Share>;
}

function Share({ share, children }: { share: number; children: React.ReactNode }) {
  const shade = Math.max(0, Math.min(SHADES.length - 1, Math.floor(share * (SHADES.length - 1))));
  return (
    <span className={cx('-mx-2 block rounded px-2 py-1', SHADES[shade])}>
      <span className="block font-medium">{formatPercent(share)}</span>
      <span className="block whitespace-nowrap text-sm text-ink-mute">{children}</span>
    </span>
  );
}
