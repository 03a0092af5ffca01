import { History } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { type Column, Table } from '@/components/ui/table';
import type { Tone } from '@/components/ui/tone';
import { formatDuration, formatNumber } from '@/lib/core/format';
import { type RunState, runStateNames } from '@/lib/ingest/connectors/connector-schema';
import type { ConnectorRunRow } from '@/lib/ingest/connectors/find-connectors';

const TONES: Record<RunState, Tone> = {
  running: 'accent',
  succeeded: 'positive',
  interrupted: 'accent',
  waiting: 'warning',
  failed: 'negative',
  cancelled: 'neutral',
};

const count = (
  key: 'pages' | 'received' | 'added' | 'changed' | 'refused',
  header: string,
): Column<ConnectorRunRow> => ({
  key,
  header,
  align: 'right',
  cell: (run) => formatNumber(run[key]),
});

/** What each run of a connector brought. */
export function ConnectorRunTable({ runs, now }: { runs: ConnectorRunRow[]; now: Date }) {
  return (
    <Card flush>
      <Table
        caption="Runs, the newest first"
        hideCaption
        onPhone="cards"
        rows={runs}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={History} title="It has not run yet">
            The first run begins as soon as the worker is free.
          </EmptyState>
        }
        columns={[
          {
            key: 'at',
            header: 'Began',
            cell: ({ startedAt }) => <RelativeTime date={startedAt} now={now} />,
          },
          {
            key: 'took',
            header: 'Took',
            align: 'right',
            cell: ({ startedAt, finishedAt }) =>
              finishedAt ? formatDuration((finishedAt.getTime() - startedAt.getTime()) / 1000) : '–',
          },
          {
            key: 'state',
            header: 'State',
            cell: ({ state }) => <Badge tone={TONES[state]}>{runStateNames[state]}</Badge>,
          },
          count('pages', 'Pages'),
          count('received', 'Things'),
          count('added', 'New'),
          count('changed', 'Changed'),
          count('refused', 'Not taken'),
          {
            key: 'failure',
            header: 'Why',
            cell: ({ failure }) => <span className="block max-w-sm break-words">{failure ?? '–'}</span>,
          },
        ]}
      />
    </Card>
  );
}
