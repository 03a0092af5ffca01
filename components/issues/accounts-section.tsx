import { Card } from '@/components/ui/card';
import { PageSteps } from '@/components/ui/page-steps';
import { Section } from '@/components/ui/section';
import { type Column, Table } from '@/components/ui/table';
import { Tabs } from '@/components/ui/tabs';
import { TextLink } from '@/components/ui/text-link';
import { formatDate, formatMoneyCompact, formatNumber, formatPercent } from '@/lib/core/format';
import type { ExposedRow } from '@/lib/issues/find-exposed-page';
import type { AccountView } from './churn-lists';

type Props = {
  rows: ExposedRow[];
  view: AccountView;
  counts: Record<AccountView, number>;
  page: number;
  pageSize: number;
  currency: string;
  windowDays: number;
  workspaceHref: string;
  hrefOf: (view: AccountView, page: number) => string;
  mentionsHrefOf: (accountId: string) => string;
};

/** The accounts behind an issue: who has the problem now, and who ever had it. */
export function AccountsSection(props: Props) {
  const { rows, view, counts, page, pageSize, currency, windowDays, hrefOf } = props;
  const columns: Column<ExposedRow>[] = [
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
      <Tabs label="Accounts" tabs={[tab('Exposed now', 'now', props), tab('Ever had it', 'ever', props)]} />
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
          hrefOf={(target) => hrefOf(view, target)}
        />
      )}
    </Section>
  );
}

function tab(label: string, name: AccountView, { view, counts, hrefOf }: Props) {
  return { label, href: hrefOf(name, 1), active: view === name, count: formatNumber(counts[name]) };
}

function moneyColumns(currency: string): Column<ExposedRow>[] {
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

const churnColumn: Column<ExposedRow> = {
  key: 'churned',
  header: 'Left on',
  cell: ({ churnedAt }) => (churnedAt ? formatDate(churnedAt) : 'Still a customer'),
};
