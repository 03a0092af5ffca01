import { Cpu } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import type { Engine } from '@/lib/annotations/find-engines';
import { formatDateTime } from '@/lib/core/format';

const PURPOSES: Record<Engine['purpose'], string> = {
  annotation: 'Language, sentiment, sentences',
  themes: 'Themes',
};

/** Which engines read the feedback, each with its version. */
export function EngineTable({ engines }: { engines: Engine[] }) {
  return (
    <Card flush>
      <Table
        caption="Engines, the newest first"
        hideCaption
        onPhone="cards"
        rows={engines}
        rowKey={({ id }) => id}
        empty={
          <EmptyState icon={Cpu} title="No feedback has been read yet">
            Import some, and the engine that read it is named here.
          </EmptyState>
        }
        columns={[
          { key: 'purpose', header: 'Finds', cell: ({ purpose }) => PURPOSES[purpose] },
          { key: 'name', header: 'Engine', cell: ({ name }) => name },
          {
            key: 'version',
            header: 'Version',
            cell: ({ version }) => <span className="break-all font-mono text-sm">{version}</span>,
          },
          {
            key: 'firstUsedAt',
            header: 'First used',
            cell: ({ firstUsedAt }) => formatDateTime(firstUsedAt),
          },
        ]}
      />
    </Card>
  );
}
