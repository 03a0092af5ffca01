import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { accountsHref } from '@/lib/accounts/account-list-query';
import { type FeedbackFilter, feedbackHref } from '@/lib/annotations/feedback-filter';
import type { ThemeAccount } from '@/lib/annotations/find-theme-accounts';
import type { Days } from '@/lib/annotations/period';
import { formatCount, formatMoneyCompact, formatNumber } from '@/lib/core/format';

type Props = {
  workspaceSlug: string;
  /** The theme, or the whole branch of it, as a filter. */
  about: FeedbackFilter;
  period: Days;
  currency: string;
  accounts: ThemeAccount[];
  /** Accounts in all; the largest of them are listed. */
  total: number;
};

/** Who talks about a theme, the largest accounts first. */
export function ThemeAccounts({ workspaceSlug, about, period, currency, accounts, total }: Props) {
  const columns: Column<ThemeAccount>[] = [
    {
      key: 'name',
      header: 'Account',
      cell: (account) => (
        <span className="inline-flex flex-wrap items-center gap-2">
          <TextLink href={`/w/${workspaceSlug}/accounts/${account.id}`}>{account.name}</TextLink>
          {account.hasChurned && <Badge tone="negative">Churned</Badge>}
        </span>
      ),
    },
    {
      key: 'arr',
      header: 'ARR',
      align: 'right',
      cell: (account) =>
        account.arrCents === null ? (
          <span className="text-ink-mute" title="Not known, or in a currency without a rate">
            –<span className="sr-only">not known, or in a currency without a rate</span>
          </span>
        ) : (
          formatMoneyCompact(account.arrCents, currency)
        ),
    },
    {
      key: 'mentions',
      header: 'Comments',
      align: 'right',
      cell: (account) => (
        <TextLink
          href={feedbackHref(workspaceSlug, {
            ...about,
            account: account.id,
            from: period.from,
            to: period.to,
          })}
        >
          {formatNumber(account.mentions)}
          <span className="sr-only"> comments of {account.name}</span>
        </TextLink>
      ),
    },
  ];
  const all = (
    <TextLink href={accountsHref(workspaceSlug, { mentions: about.branch ?? about.theme, ...period })}>
      {formatCount(total, 'account')}
    </TextLink>
  );
  return (
    <Section
      title="Accounts"
      description={
        total > accounts.length ? (
          <>
            The {accounts.length} largest of {all} that mention it in this period.
          </>
        ) : (
          <>{all} mention it in this period.</>
        )
      }
    >
      <Card flush>
        <Table
          caption="The largest accounts that mention it"
          hideCaption
          columns={columns}
          rows={accounts}
          rowKey={({ id }) => id}
          empty={
            <p className="p-4 text-ink-mute">No comment on it in this period came from a known account.</p>
          }
        />
      </Card>
    </Section>
  );
}
