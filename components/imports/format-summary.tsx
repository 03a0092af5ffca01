import { Card } from '@/components/ui/card';
import { DefinitionList } from '@/components/ui/definition-list';
import { Dialog } from '@/components/ui/dialog';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatCount } from '@/lib/core/format';
import type { ImportProfile } from '@/lib/ingest/schema';
import { FormatForm } from './format-form';
import { delimiterNames, encodingNames } from './format-names';

type Props = { importId: string; profile: ImportProfile; changeFormat: FormAction };

/** How the file is written, why we think so, and a way to set it right. */
export function FormatSummary({ importId, profile, changeFormat }: Props) {
  const { encoding, dialect, header, rows } = profile;
  return (
    <Card>
      <div className="flex flex-wrap items-start justify-between gap-4">
        <div className="min-w-0 flex-1">
          <DefinitionList
            items={[
              { term: 'Encoding', description: `${encodingNames[encoding.encoding]}: ${encoding.why}` },
              {
                term: 'Column separator',
                description: `${delimiterNames[dialect.delimiter]}, giving ${formatCount(header.length, 'column')}`,
              },
              {
                term: 'First row',
                description: dialect.hasHeader ? 'Column names' : 'Data, so the columns are numbered',
              },
              {
                term: 'Rows',
                description: rows.isExact
                  ? formatCount(rows.count, 'row')
                  : `about ${formatCount(rows.count, 'row')}, estimated from the first megabyte`,
              },
            ]}
          />
        </div>
        <Dialog
          trigger="Change"
          size="small"
          title="File format"
          description="The file is read again and its columns are guessed again."
        >
          <FormatForm
            action={changeFormat}
            importId={importId}
            format={{
              encoding: encoding.encoding,
              delimiter: dialect.delimiter,
              hasHeader: dialect.hasHeader,
            }}
          />
        </Dialog>
      </div>
    </Card>
  );
}
