import { Card } from '@/components/ui/card';
import { PageSteps } from '@/components/ui/page-steps';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatMoneyCompact, formatNumber, formatPercent } from '@/lib/core/format';
import type { IssueAccount } from '@/lib/issues/find-issue-accounts';

/** An account with this problem; the two figures are for those exposed now, null where unknown. */
export type AccountRow = IssueAccount & { arrCents: number | null; lostShare: number | null };

type Props = {
  rows: AccountRow[];
  view: 'now' | 'ever';
  counts: { now: number; ever: number };
  page: number;
  pageSize: number;
  currency: string;
  windowDays: number;
  workspaceHref: string;
  issueHref: string;
  mentionsHrefOf: (accountId: string) => string;
};

/** The accounts behind an issue: who has the problem now, and who ever had it. */
export function AccountsSection(props: Props) {
  const { rows, view, counts, page, pageSize, currency, windowDays, issueHref } = props;
  const columns: Column<AccountRow>[] = [
    {
      key: 'name',
      header: 'Account',
      cell: (row) => <TextLink href={`${props.workspaceHref}/accounts/${row.id}`}>{row.name}</TextLink>,
    },
    { key: 'plan', header: 'Plan', cell: (row) => row.plan ?? '–' },
    {
      key: 'mentions',
      header: 'Mentions',
      align: 'right',
      cell: (row) => <TextLink href={props.mentionsHrefOf(row.id)}>{formatNumber(row.mentions)}</TextLink>,
    },
    { key: 'last', header: 'Latest', cell: (row) => formatDate(row.lastMentionAt) },
    ...(view === 'now' ? moneyColumns(currency) : [churnColumn]),
  ];
  const total = counts[view];
  return (
    <Section
      id="accounts"
      title="Accounts"
      description={`Exposed now: customers with a problem mention in the last ${windowDays} days.`}
    >
      <Tabs
        label="Accounts"
        tabs={[
          tab('Exposed now', 'now', counts.now, view, issueHref),
          tab('Ever had it', 'ever', counts.ever, view, issueHref),
        ]}
      />
      <Card flush>
        <Table
          caption="Accounts with this problem"
          hideCaption
          columns={columns}
          rows={rows}
          rowKey={(row) => row.id}
          onPhone="cards"
          empty={<p className="px-4 py-8 text-center text-ink-mute">No account.</p>}
        />
      </Card>
      {rows.length > 0 && total > pageSize && (
        <PageSteps
          label="Pages of accounts"
          page={page}
          pageSize={pageSize}
          shown={rows.length}
          total={total}
          noun="account"
          hrefOf={(target) => `${issueHref}?accounts=${view}&page=${target}#accounts`}
        />
      )}
    </Section>
  );
}

function tab(label: string, name: 'now' | 'ever', count: number, view: string, issueHref: string) {
  return {
    label,
    href: `${issueHref}?accounts=${name}#accounts`,
    active: view === name,
    count: formatNumber(count),
  };
}

function moneyColumns(currency: string): Column<AccountRow>[] {
  return [
    {
      key: 'arr',
      header: 'ARR',
      align: 'right',
      cell: ({ arrCents }) => (arrCents === null ? '– unknown' : formatMoneyCompact(arrCents, currency)),
    },
    {
      key: 'risk',
      header: 'At risk in 12 months',
      align: 'right',
      cell: ({ arrCents, lostShare }) =>
        arrCents === null
          ? '– ARR unknown'
          : lostShare === null
            ? '– not known how many leave anyway'
            : `${formatMoneyCompact(Math.round(arrCents * Math.max(0, lostShare)), currency)} (${formatPercent(Math.max(0, lostShare))})`,
    },
  ];
}

const churnColumn: Column<AccountRow> = {
  key: 'churned',
  header: 'Left on',
  cell: ({ churnedAt }) => (churnedAt ? formatDate(churnedAt) : 'Still a customer'),
};
