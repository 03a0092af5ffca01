import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { UsageRecord } from '@/lib/accounts/find-usage-events';
import { formatDateTime, formatNumber } from '@/lib/core/format';

type Props = { workspaceSlug: string; records: UsageRecord[] };

/** Records of use, one row each, as their source sent them. */
export function UsageTable({ workspaceSlug, records }: Props) {
  return (
    <Table
      caption="Records of use, the latest first"
      hideCaption
      onPhone="cards"
      rows={records}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', header: 'When (UTC)', cell: ({ occurredAt }) => formatDateTime(occurredAt) },
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
        {
          key: 'account',
          header: 'Account',
          cell: ({ account }) => (
            <TextLink href={`/w/${workspaceSlug}/accounts/${account.id}`}>{account.name}</TextLink>
          ),
        },
        { key: 'source', header: 'Source', cell: ({ sourceName }) => sourceName },
      ]}
    />
  );
}
