import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatCount } from '@/lib/core/format';
import { fileKindNames, type Layout } from '@/lib/ingest/files/layout';
import type { ImportProfile } from '@/lib/ingest/schema';
import { FormatForm } from './format-form';
import { delimiterNames, encodingNames } from './format-names';

type Props = { importId: string; profile: ImportProfile; changeFormat: FormAction };

/** How the file is written, why we think so, and a way to set it right. */
export function FormatSummary({ importId, profile, changeFormat }: Props) {
  const { encoding, dialect, layout, tool, note, header, rows } = profile;
  const isCsv = layout.kind === 'csv';
  const mayChange = isCsv || layout.kind === 'xlsx';
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1">
          <DefinitionList
            items={[
              { term: 'Kind', description: describeKind(layout) },
              ...(tool
                ? [{ term: 'Recognised', description: `Survey export of ${tool}, by its columns` }]
                : []),
              ...(note ? [{ term: 'Read', description: note }] : []),
              ...(layout.kind === 'xlsx'
                ? []
                : [
                    { term: 'Encoding', description: `${encodingNames[encoding.encoding]}: ${encoding.why}` },
                  ]),
              isCsv
                ? {
                    term: 'Column separator',
                    description: `${delimiterNames[dialect.delimiter]}, giving ${formatCount(header.length, 'column')}`,
                  }
                : { term: 'Columns', description: formatCount(header.length, 'column') },
              ...(mayChange
                ? [
                    {
                      term: 'First row',
                      description: dialect.hasHeader ? 'Column names' : 'Data, so the columns are numbered',
                    },
                  ]
                : []),
              {
                term: 'Rows',
                description: rows.isExact
                  ? `${formatCount(rows.count, 'row')}${rows.unreadable > 0 ? `, ${rows.unreadable} of them cannot be read` : ''}`
                  : `about ${formatCount(rows.count, 'row')}, estimated from its beginning`,
              },
            ]}
          />
        </div>
        {mayChange && (
          <Dialog
            trigger="Change"
            size="small"
            title="File format"
            description="The file is read again and its columns are guessed again."
          >
            <FormatForm
              action={changeFormat}
              importId={importId}
              isCsv={isCsv}
              format={{
                encoding: encoding.encoding,
                delimiter: dialect.delimiter,
                hasHeader: dialect.hasHeader,
              }}
            />
          </Dialog>
        )}
      </div>
    </Card>
  );
}

/** What the file is, and how it was packed. */
function describeKind({ kind, packing }: Layout): string {
  const name = fileKindNames[kind];
  if (packing.kind === 'gzip') return `${name}, compressed (gzip)`;
  return packing.kind === 'zip' ? `${name}, “${packing.entry}” in a ZIP archive` : name;
}
