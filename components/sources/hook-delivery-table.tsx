import { Badge } from '@/components/ui/badge';
import { RelativeTime } from '@/components/ui/relative-time';
import type { Tone } from '@/components/ui/tone';
import { MessageTable } from '@/components/webhooks/message-table';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatNumber } from '@/lib/core/format';
import type { HookDeliveryRow } from '@/lib/ingest/hooks/find-hooks';
import { type HookState, hookStateNames } from '@/lib/ingest/hooks/hook-schema';

const TONES: Record<HookState, Tone> = {
  waiting: 'accent',
  done: 'positive',
  ignored: 'neutral',
  dead: 'negative',
};

type Props = {
  rows: HookDeliveryRow[];
  now: Date;
  /** Absent for those who may only look. */
  retry?: FormAction | undefined;
};

/** Messages to one address and what became of each. */
export function HookDeliveryTable({ rows, now, retry }: Props) {
  return (
    <MessageTable
      rows={rows}
      again={retry && { label: 'Read again', action: retry, isFor: ({ state }) => state === 'dead' }}
      columns={[
        {
          key: 'at',
          header: 'Came',
          cell: ({ receivedAt }) => <RelativeTime date={receivedAt} now={now} />,
        },
        {
          key: 'state',
          header: 'State',
          cell: ({ state }) => <Badge tone={TONES[state]}>{hookStateNames[state]}</Badge>,
        },
        {
          key: 'written',
          header: 'Things stored',
          align: 'right',
          cell: ({ written }) => formatNumber(written),
        },
        {
          key: 'message',
          header: 'Message',
          cell: ({ messageId }) => (
            <span className="block max-w-40 truncate font-mono text-xs" title={messageId}>
              {messageId}
            </span>
          ),
        },
      ]}
    >
      Messages are listed for 30 days. One that cannot be read waits here, encrypted, until somebody lets it
      be read again.
    </MessageTable>
  );
}
