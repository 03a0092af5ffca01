import { Cpu } from 'lucide-react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import type { Engine } from '@/lib/annotations/find-engines';
import { formatDateTime, formatNumber } from '@/lib/core/format';

const PURPOSES: Record<Engine['purpose'], string> = {
  annotation: 'Language, sentiment, kinds, intents',
  themes: 'Themes',
};

type Props = { engines: Engine[]; workspaceSlug: string };

/** Which engines read the feedback, each with its version and with what it was the last to read. */
export function EngineTable({ engines, workspaceSlug }: Props) {
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
            cell: ({ version, isCurrent }) => (
              <span className="flex flex-wrap items-center gap-2">
                <span className="break-all font-mono text-sm">{version}</span>
                {isCurrent && <Badge tone="positive">In use</Badge>}
              </span>
            ),
          },
          {
            key: 'statements',
            header: 'Statements it read last',
            align: 'right',
            cell: (engine) => <Statements engine={engine} workspaceSlug={workspaceSlug} />,
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

function Statements({
  engine: { id, statements },
  workspaceSlug,
}: {
  engine: Engine;
  workspaceSlug: string;
}) {
  if (statements === null) return <span className="text-ink-mute">–</span>;
  if (statements === 0) return '0';
  return <TextLink href={feedbackHref(workspaceSlug, { reader: id })}>{formatNumber(statements)}</TextLink>;
}
