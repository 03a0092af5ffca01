import { Inbox } from 'lucide-react';
import type { ReactNode } from 'react';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { type Column, Table } from '@/components/ui/table';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';

/** What a person may have done once more with a message. */
export type Again<Row> = { label: string; action: FormAction; isFor: (row: Row) => boolean };

type Props<Row> = {
  rows: Row[];
  columns: Column<Row>[];
  /** Absent for those who may only look. */
  again: Again<Row> | undefined;
  /** How long messages are listed, where there is none. */
  children: ReactNode;
};

/** Messages that went over one webhook, in or out, the newest first. */
export function MessageTable<Row extends { id: string; failure: string | null }>(props: Props<Row>) {
  const { rows, again, children } = props;
  const why: Column<Row> = {
    key: 'failure',
    header: 'Why',
    cell: ({ failure }) => <span className="block max-w-sm break-words">{failure ?? '–'}</span>,
  };
  const columns = [...props.columns, why];
  if (again) {
    columns.push({
      key: 'again',
      header: again.label,
      cell: (row) =>
        again.isFor(row) ? (
          <ActionButton action={again.action} fields={{ deliveryId: row.id }} size="small">
            {again.label}
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
            {children}
          </EmptyState>
        }
      />
    </Card>
  );
}
