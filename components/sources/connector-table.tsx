import { Plug } from 'lucide-react';
import type { ReactNode } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { RelativeTime } from '@/components/ui/relative-time';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import { formatDuration } from '@/lib/core/format';
import { type ConnectorHealth, healthNames } from '@/lib/ingest/connectors/connector-schema';
import type { ConnectorRow } from '@/lib/ingest/connectors/find-connectors';

const TONES: Record<ConnectorHealth, Tone> = {
  paused: 'neutral',
  running: 'accent',
  needs_person: 'negative',
  waiting: 'warning',
  working: 'positive',
  new: 'neutral',
};

type Props = {
  connectors: ConnectorRow[];
  /** Systems by their keys. */
  names: Record<string, string>;
  listHref: string;
  now: Date;
  add?: ReactNode;
};

/** The systems that are asked, and how each fares. */
export function ConnectorTable({ connectors, names, listHref, now, add }: Props) {
  return (
    <Card flush>
      <Table
        caption="Connectors, the newest first"
        hideCaption
        onPhone="cards"
        rows={connectors}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Plug} title="No system is asked yet" actions={add}>
            A connector reads tickets, chats, reviews or accounts on a schedule, also those from before.
          </EmptyState>
        }
        columns={[
          {
            key: 'name',
            header: 'Name',
            cell: ({ id, name }) => <TextLink href={`${listHref}/connectors/${id}`}>{name}</TextLink>,
          },
          { key: 'kind', header: 'System', cell: ({ kind }) => names[kind] ?? kind },
          {
            key: 'health',
            header: 'State',
            cell: ({ health }) => <HealthBadge health={health} />,
          },
          {
            key: 'lag',
            header: 'Behind by',
            align: 'right',
            cell: ({ reachedAt }) => <Lag reachedAt={reachedAt} now={now} />,
          },
          {
            key: 'last',
            header: 'Last read to the end',
            cell: ({ lastSuccessAt }) =>
              lastSuccessAt ? <RelativeTime date={lastSuccessAt} now={now} /> : 'Not yet',
          },
          {
            key: 'failure',
            header: 'Why not',
            cell: ({ failure }) => <span className="block max-w-sm break-words">{failure ?? '–'}</span>,
          },
        ]}
      />
    </Card>
  );
}

export function HealthBadge({ health }: { health: ConnectorHealth }) {
  return <Badge tone={TONES[health]}>{healthNames[health]}</Badge>;
}

/** How old the newest thing may be that is not read yet. */
export function Lag({ reachedAt, now }: { reachedAt: Date | null; now: Date }) {
  if (!reachedAt) return 'Not read yet';
  return (
    <span className="whitespace-nowrap">{formatDuration((now.getTime() - reachedAt.getTime()) / 1000)}</span>
  );
}
