import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatCount } from '@/lib/core/format';
import type { UnrankedIssue } from '@/lib/issues/find-unranked-issues';
import { IssueTick } from './issue-tick';
import { StatusBadge } from './status-badge';
import { WorkLine } from './work-line';

type Props = {
  rows: UnrankedIssue[];
  issuesHref: string;
  ownerNames: Readonly<Record<string, string>>;
  canTick: boolean;
};

/** Issues beside the ranking: made by hand, or about what nobody complains of now. */
export function UnrankedTable({ rows, issuesHref, ownerNames, canTick }: Props) {
  const columns: Column<UnrankedIssue>[] = [
    {
      key: 'issue',
      header: 'Issue',
      cell: (row) => (
        <span className="flex items-start gap-2.5">
          {canTick && <IssueTick issueId={row.issueId} title={row.title} />}
          <span className="block space-y-1">
            <TextLink href={`${issuesHref}/${row.issueId}`} className="text-base">
              {row.title}
            </TextLink>
            <span className="flex flex-wrap gap-1.5">
              <StatusBadge status={row.status} />
            </span>
            <WorkLine ownerId={row.ownerId} ownerNames={ownerNames} effortDays={row.effortDays} />
          </span>
        </span>
      ),
    },
    {
      key: 'evidence',
      header: 'Pinned',
      cell: (row) => (
        <TextLink href={`${issuesHref}/${row.issueId}#evidence`} className="font-normal">
          {formatCount(row.statements, 'statement')}, {formatCount(row.accounts, 'account')}
        </TextLink>
      ),
    },
    {
      key: 'why',
      header: 'Why it has no rank',
      cell: (row) => (row.isByHand ? 'Made by hand' : 'Nobody complains of its theme now'),
    },
  ];
  return (
    <Table
      caption={formatCount(rows.length, 'issue')}
      columns={columns}
      rows={rows}
      rowKey={(row) => row.issueId}
      onPhone="cards"
    />
  );
}
