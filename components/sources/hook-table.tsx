import { Webhook } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatNumber } from '@/lib/core/format';
import type { HookRow } from '@/lib/ingest/hooks/find-hooks';
import { hookKindNames } from '@/lib/ingest/hooks/hook-schema';

/** The addresses at which other systems reach us, and how they fare. */
export function HookTable({ hooks, listHref, now }: { hooks: HookRow[]; listHref: string; now: Date }) {
  return (
    <Card flush>
      <Table
        caption="Webhooks and addresses of e-mail, the newest first"
        hideCaption
        onPhone="cards"
        rows={hooks}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Webhook} title="No system sends to us yet">
            A webhook brings what customers say the moment they say it.
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: 'Name',
            cell: ({ id, name }) => <TextLink href={`${listHref}/hooks/${id}`}>{name}</TextLink>,
          },
          { key: 'kind', header: 'System', cell: ({ kind }) => hookKindNames[kind] },
          {
            key: 'trust',
            header: 'Told by',
            cell: ({ isSigned }) => (
              <Badge tone={isSigned ? 'positive' : 'neutral'}>
                {isSigned ? 'Signature' : 'Secret address'}
              </Badge>
            ),
          },
          {
            key: 'last',
            header: 'Last message',
            cell: ({ lastReceivedAt }) =>
              lastReceivedAt ? <RelativeTime date={lastReceivedAt} now={now} /> : 'None yet',
          },
          {
            key: 'deliveries',
            header: 'Messages in 30 days',
            align: 'right',
            cell: ({ id, deliveries }) => (
              <TextLink href={`${listHref}/hooks/${id}`}>{formatNumber(deliveries)}</TextLink>
            ),
          },
          {
            key: 'dead',
            header: 'Could not be read',
            align: 'right',
            cell: ({ id, dead }) =>
              dead === 0 ? (
                '0'
              ) : (
                <TextLink href={`${listHref}/hooks/${id}?state=dead`}>{formatNumber(dead)}</TextLink>
              ),
          },
        ]}
      />
    </Card>
  );
}
