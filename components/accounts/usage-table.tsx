import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { UsageRecord } from '@/lib/accounts/find-usage-events';
import { formatDateTime, formatNumber } from '@/lib/core/format';

type Props = {
  workspaceSlug: string;
  records: UsageRecord[];
  /** Whether all are of one account, which then needs no column. */
  isOfAccount: boolean;
};

/** Records of use, one row each, as their source sent them. */
export function UsageTable({ workspaceSlug, records, isOfAccount }: Props) {
  return (
    <Table
      caption="Records of use, the latest first"
      hideCaption
      onPhone="cards"
      rows={records}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', header: 'When', cell: ({ occurredAt }) => formatDateTime(occurredAt) },
        { key: 'what', header: 'What', cell: ({ name }) => <span className="break-words">{name}</span> },
        { key: 'times', header: 'Times', align: 'right', cell: ({ count }) => formatNumber(count) },
        {
          key: 'who',
          header: 'Person',
          cell: ({ contact }) =>
            contact ? (
              <TextLink href={`/w/${workspaceSlug}/contacts/${contact.id}`}>
                {contact.name ?? 'no name'}
              </TextLink>
            ) : (
              <span className="text-ink-mute">not known</span>
            ),
        },
        ...(isOfAccount ? [] : [accountColumn(workspaceSlug)]),
        { key: 'source', header: 'Source', cell: ({ sourceName }) => sourceName },
      ]}
    />
  );
}

function accountColumn(workspaceSlug: string): Column<UsageRecord> {
  return {
    key: 'account',
    header: 'Account',
    cell: ({ account }) => (
      <TextLink href={`/w/${workspaceSlug}/accounts/${account.id}`}>{account.name}</TextLink>
    ),
  };
}
