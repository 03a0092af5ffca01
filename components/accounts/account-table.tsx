import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { type AccountListQuery, type AccountSort, accountsHref } from '@/lib/accounts/account-list-query';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatDate, formatMoneyCompact, formatNumber } from '@/lib/core/format';
import type { AccountRow } from '@/lib/impact/describe-accounts';
import { responsesHref } from '@/lib/responses/response-filter';
import { AccountStatus } from './account-status';
import { ArrAmount } from './arr-amount';
import { LastSaid } from './last-said';
import { NpsScore } from './nps-score';
import { noRiskWords } from './risk-words';
import { Unknown } from './unknown';

type Props = {
  workspaceSlug: string;
  currency: string;
  query: AccountListQuery;
  rows: AccountRow[];
  /** Over which problems are counted; null without feedback. */
  problemDays: { from: string; to: string } | null;
};

/** Themes named in a row; more than these are counted. */
const THEMES_SHOWN = 2;

/** Accounts with what a success manager looks for first. */
export function AccountTable({ workspaceSlug, currency, query, rows, problemDays }: Props) {
  const sorting = (sort: AccountSort) => sortingOf(workspaceSlug, query, sort);
  const columns: Column<AccountRow>[] = [
    {
      key: 'name',
      header: 'Account',
      cell: (row) => <AccountName workspaceSlug={workspaceSlug} row={row} />,
      ...sorting('name'),
    },
    {
      key: 'risk',
      header: 'ARR at risk',
      align: 'right',
      cell: (row) => (
        <AtRisk row={row} currency={currency} accountHref={`/w/${workspaceSlug}/accounts/${row.id}`} />
      ),
      ...sorting('risk'),
    },
    {
      key: 'arr',
      header: 'ARR',
      align: 'right',
      cell: (row) => <ArrAmount {...row} workspaceCurrency={currency} />,
      ...sorting('arr'),
    },
    {
      key: 'renewal',
      header: 'Renewal',
      cell: ({ renewalAt }) =>
        renewalAt ? (
          <span className="whitespace-nowrap">{formatDate(renewalAt)}</span>
        ) : (
          <Unknown reason="No renewal date was imported for it" />
        ),
      ...sorting('renewal'),
    },
    {
      key: 'feedback',
      header: 'Last feedback',
      cell: (row) => <LastSaid at={row.lastFeedbackAt} sentiment={row.lastSentiment} />,
      ...sorting('feedback'),
    },
    {
      key: 'problems',
      header: 'Problems',
      align: 'right',
      cell: (row) =>
        row.problems > 0 && problemDays ? (
          <TextLink href={feedbackHref(workspaceSlug, { account: row.id, problem: '1', ...problemDays })}>
            {formatNumber(row.problems)}
            <span className="sr-only">
              {row.problems === 1 ? ' statement' : ' statements'} of {row.name} with a problem
            </span>
          </TextLink>
        ) : (
          '0'
        ),
    },
    {
      key: 'nps',
      header: 'Latest NPS',
      cell: (row) => (
        <NpsScore
          score={row.npsScore}
          at={row.npsAt}
          href={responsesHref(workspaceSlug, { metric: 'nps', account: row.id })}
        />
      ),
    },
  ];
  return (
    <Table
      caption="Accounts"
      hideCaption
      onPhone="cards"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}

function AccountName({ workspaceSlug, row }: { workspaceSlug: string; row: AccountRow }) {
  const about = [row.plan && `Plan ${row.plan}`, row.segment && `segment ${row.segment}`]
    .filter(Boolean)
    .join(', ');
  return (
    <span className="block min-w-44 space-y-1">
      <TextLink href={`/w/${workspaceSlug}/accounts/${row.id}`} dir="auto" className="break-words">
        {row.name}
      </TextLink>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 text-sm font-normal text-ink-mute">
        <AccountStatus churnedAt={row.churnedAt} hasChurned={row.hasChurned} />
        {about || <Unknown reason="No plan or segment was imported for it" />}
      </span>
    </span>
  );
}

function AtRisk({ row, currency, accountHref }: { row: AccountRow; currency: string; accountHref: string }) {
  if (row.atRiskCents === null) {
    return <Unknown reason={row.noRiskReason ? noRiskWords[row.noRiskReason] : 'Not known'} />;
  }
  const more = row.themes.length - THEMES_SHOWN;
  const names = row.themes.slice(0, THEMES_SHOWN).map(({ name }) => name);
  // One link over the whole cell: what it opens lists every problem, those that are only counted here too.
  return (
    <TextLink href={`${accountHref}#why-at-risk`} className="block no-underline">
      <span className="underline decoration-accent/40 underline-offset-[3px]">
        {formatMoneyCompact(row.atRiskCents, currency)}
      </span>
      <span className="block text-sm font-normal text-ink-mute sm:ml-auto sm:min-w-36 sm:max-w-52">
        {names.length > 0
          ? `${names.join(' · ')}${more > 0 ? ` and ${more} more` : ''}`
          : 'no problem that goes with churn'}
      </span>
    </TextLink>
  );
}

/** The header link: sorts by the column, or the other way round when it is sorted so already. */
function sortingOf(
  workspaceSlug: string,
  { filter, sort, order }: AccountListQuery,
  column: AccountSort,
): Pick<Column<AccountRow>, 'sortHref' | 'sorted'> {
  if (sort !== column) return { sortHref: accountsHref(workspaceSlug, filter, { sort: column }) };
  const other = order === 'asc' ? 'desc' : 'asc';
  return {
    sortHref: accountsHref(workspaceSlug, filter, { sort: column, order: other }),
    sorted: order === 'asc' ? 'ascending' : 'descending',
  };
}
