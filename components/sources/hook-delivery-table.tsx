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
  const columns: Column<HookDeliveryRow>[] = [
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
      key: 'failure',
      header: 'Why',
      cell: ({ failure }) => <span className="block max-w-md break-words">{failure ?? '–'}</span>,
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
  ];
  if (retry) {
    columns.push({
      key: 'retry',
      header: 'Retry',
      cell: ({ id, state }) =>
        state === 'dead' ? (
          <ActionButton action={retry} fields={{ deliveryId: id }} size="small">
            Read again
          </ActionButton>
        ) : (
          '–'
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
            Messages are listed for 30 days. One that cannot be read waits here, encrypted, until somebody
            lets it be read again.
          </EmptyState>
        }
      />
    </Card>
  );
}
