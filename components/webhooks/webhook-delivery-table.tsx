import { Inbox } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { type Column, Table } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatNumber } from '@/lib/core/format';
import { type DeliveryState, deliveryStateNames, eventName } from '@/lib/outbound/webhooks/event-types';
import type { WebhookDeliveryRow } from '@/lib/outbound/webhooks/find-endpoints';

const TONES: Record<DeliveryState, Tone> = { waiting: 'accent', delivered: 'positive', failed: 'negative' };

type Props = {
  rows: WebhookDeliveryRow[];
  now: Date;
  /** Absent for those who may only look. */
  resend?: FormAction | undefined;
};

/** What was sent to one endpoint, and how it was answered. */
export function WebhookDeliveryTable({ rows, now, resend }: Props) {
  const columns: Column<WebhookDeliveryRow>[] = [
    { key: 'event', header: 'Told', cell: ({ event }) => eventName(event) },
    { key: 'at', header: 'When', cell: ({ createdAt }) => <RelativeTime date={createdAt} now={now} /> },
    {
      key: 'state',
      header: 'State',
      cell: ({ state, nextAttemptAt }) => (
        <>
          <Badge tone={TONES[state]}>{deliveryStateNames[state]}</Badge>
          {nextAttemptAt && (
            <span className="ml-1.5 text-sm text-ink-mute">
              next attempt <RelativeTime date={nextAttemptAt} now={now} />
            </span>
          )}
        </>
      ),
    },
    {
      key: 'status',
      header: 'Answer',
      align: 'right',
      cell: ({ status }) => status ?? 'None',
    },
    {
      key: 'attempts',
      header: 'Attempts',
      align: 'right',
      cell: ({ attempts }) => formatNumber(attempts),
    },
    {
      key: 'failure',
      header: 'Why',
      cell: ({ failure }) => <span className="block max-w-sm break-words">{failure ?? '–'}</span>,
    },
  ];
  if (resend) {
    columns.push({
      key: 'resend',
      header: 'Send again',
      cell: ({ id, state }) =>
        state === 'waiting' ? (
          '–'
        ) : (
          <ActionButton action={resend} fields={{ deliveryId: id }} size="small">
            Send again
          </ActionButton>
        ),
    });
  }
  return (
    <Card flush>
      <Table
        caption="Messages, the newest first"
        hideCaption
        onPhone="cards"
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          <EmptyState icon={Inbox} title="No message here">
            Messages are listed for 30 days and can be sent again for as long.
          </EmptyState>
        }
      />
    </Card>
  );
}
