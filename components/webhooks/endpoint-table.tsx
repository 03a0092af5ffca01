import { Send } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber } from '@/lib/core/format';
import { eventName } from '@/lib/outbound/webhooks/event-types';
import type { EndpointRow } from '@/lib/outbound/webhooks/find-endpoints';

type Props = { endpoints: EndpointRow[]; listHref: string; now: Date };

/** Who is told of what happens here, and whether it arrives. */
export function EndpointTable({ endpoints, listHref, now }: Props) {
  return (
    <Card flush>
      <Table
        caption="Webhooks that go out, the newest first"
        hideCaption
        onPhone="cards"
        rows={endpoints}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Send} title="Nobody is told yet">
            A webhook tells a system of yours of alerts, issues, feedback and responses as they happen.
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: 'Name',
            cell: ({ id, name }) => <TextLink href={`${listHref}/${id}`}>{name}</TextLink>,
          },
          {
            key: 'state',
            header: 'State',
            cell: (endpoint) => <EndpointState endpoint={endpoint} />,
          },
          {
            key: 'url',
            header: 'Address',
            cell: ({ url }) => <span className="block max-w-64 break-all font-mono text-xs">{url}</span>,
          },
          {
            key: 'events',
            header: 'Told of',
            cell: ({ events }) => events.map(eventName).join(', '),
          },
          {
            key: 'last',
            header: 'Last delivered',
            cell: ({ lastDeliveredAt }) =>
              lastDeliveredAt ? <RelativeTime date={lastDeliveredAt} now={now} /> : 'Nothing yet',
          },
          {
            key: 'failed',
            header: 'Failed in 30 days',
            align: 'right',
            cell: ({ id, failed }) =>
              failed === 0 ? (
                '0'
              ) : (
                <TextLink href={`${listHref}/${id}?state=failed`}>{formatNumber(failed)}</TextLink>
              ),
          },
        ]}
      />
    </Card>
  );
}

/** Whether an endpoint takes what it is sent. */
export function EndpointState({
  endpoint: { isEnabled, failingSince },
}: {
  endpoint: Pick<EndpointRow, 'isEnabled' | 'failingSince'>;
}) {
  if (!isEnabled) return <Badge tone="neutral">Off</Badge>;
  return failingSince ? <Badge tone="negative">Failing</Badge> : <Badge tone="positive">On</Badge>;
}
