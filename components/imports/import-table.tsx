import { Card } from '@/components/ui/card';
import { RelativeTime } from '@/components/ui/relative-time';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatBytes, formatNumber } from '@/lib/core/format';
import type { ImportSummary } from '@/lib/ingest/find-imports';
import { targetNames } from './field-labels';
import { ImportStatusBadge } from './import-status';

type Props = { imports: ImportSummary[]; home: string; now: Date };

/** Imports, the newest first. */
export function ImportTable({ imports, home, now }: Props) {
  const number = (
    key: 'rowsAdded' | 'rowsUnchanged' | 'rowsFailed',
    header: string,
    anchor: string,
  ): Column<ImportSummary> => ({
    key,
    header,
    align: 'right',
    cell: ({ id, status, [key]: rows }) => {
      if (status === 'uploaded') return <NotStarted />;
      if (rows === 0) return '0';
      // What it brought is gone, and so is the list of it.
      if (status === 'undone' && anchor === 'outcome') return <TakenBack />;
      return <TextLink href={`${home}/imports/${id}#${anchor}`}>{formatNumber(rows)}</TextLink>;
    },
  });
  const columns: Column<ImportSummary>[] = [
    {
      key: 'file',
      header: 'File',
      cell: (row) => (
        <span className="block min-w-0 max-w-80">
          <TextLink href={`${home}/imports/${row.id}`} className="break-words">
            {row.fileName}
          </TextLink>
          <span className="block text-sm font-normal text-ink-mute">
            {targetNames[row.target]}, {formatBytes(row.fileBytes)}
            {row.sourceName !== null && row.target === 'feedback' && `, source ${row.sourceName}`}
          </span>
        </span>
      ),
    },
    { key: 'status', header: 'Status', cell: ({ status }) => <ImportStatusBadge status={status} /> },
    number('rowsAdded', 'Added', 'outcome'),
    number('rowsUnchanged', 'Unchanged', 'outcome'),
    number('rowsFailed', 'Left out', 'left-out'),
    { key: 'when', header: 'When', cell: ({ createdAt }) => <RelativeTime date={createdAt} now={now} /> },
    { key: 'who', header: 'Who', cell: ({ createdByName }) => createdByName },
  ];
  return (
    <Card flush>
      <Table
        caption="Imports, newest first. Numbers are rows of the file."
        columns={columns}
        rows={imports}
        rowKey={({ id }) => id}
        onPhone="cards"
      />
    </Card>
  );
}

function NotStarted() {
  return (
    <span title="Not started yet" className="text-ink-mute">
      —<span className="sr-only"> not started yet</span>
    </span>
  );
}

function TakenBack() {
  return (
    <span title="Taken back" className="text-ink-mute">
      —<span className="sr-only"> taken back</span>
    </span>
  );
}
