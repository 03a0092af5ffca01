import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Tone } from '@/components/ui/tone';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatNumber } from '@/lib/core/format';
import { type DeliveryState, deliveryStateNames, eventName } from '@/lib/outbound/webhooks/event-types';
import type { WebhookDeliveryRow } from '@/lib/outbound/webhooks/find-endpoints';
import { MessageTable } from './message-table';

const TONES: Record<DeliveryState, Tone> = { waiting: 'accent', delivered: 'positive', failed: 'negative' };

type Props = {
  rows: WebhookDeliveryRow[];
  now: Date;
  /** Absent for those who may only look. */
  resend?: FormAction | undefined;
};

/** What was sent to one endpoint, and how it was answered. */
export function WebhookDeliveryTable({ rows, now, resend }: Props) {
  return (
    <MessageTable
      rows={rows}
      again={
        resend && {
          label: 'Send again',
          action: resend,
          isFor: ({ state, nextAttemptAt }) => state !== 'waiting' || nextAttemptAt !== null,
        }
      }
      columns={[
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
        { key: 'status', header: 'Answer', align: 'right', cell: ({ status }) => status ?? 'None' },
        {
          key: 'attempts',
          header: 'Attempts',
          align: 'right',
          cell: ({ attempts }) => formatNumber(attempts),
        },
      ]}
    >
      Messages are listed for 30 days and can be sent again for as long.
    </MessageTable>
  );
}
