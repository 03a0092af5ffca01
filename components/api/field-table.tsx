import { Table } from '@/components/ui/table';
import type { ExplainedField } from '@/lib/api/explain-operations';

/** What a body may hold. */
export function FieldTable({ fields }: { fields: ExplainedField[] }) {
  return (
    <Table
      caption="Fields of the body"
      hideCaption
      onPhone="cards"
      rows={fields}
      rowKey={({ path }) => path}
      columns={[
        {
          key: 'path',
          header: 'Field',
          className: 'sm:min-w-64',
          cell: ({ path }) => <span className="break-all font-mono text-sm font-normal">{path}</span>,
        },
        {
          key: 'type',
          header: 'Kind',
          cell: ({ type }) => <span className="break-words text-sm">{type}</span>,
        },
        { key: 'required', header: 'Needed', cell: ({ isRequired }) => (isRequired ? 'yes' : 'no') },
        {
          key: 'description',
          header: 'Meaning',
          cell: ({ description }) => <span className="text-sm">{description || '–'}</span>,
        },
      ]}
    />
  );
}
