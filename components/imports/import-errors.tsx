import { Download } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { buttonStyle } from '@/components/ui/control-style';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { formatCount, formatNumber } from '@/lib/core/format';
import type { ErrorGroup, ImportErrorRow } from '@/lib/ingest/find-import-errors';

type Props = {
  rowsFailed: number;
  groups: ErrorGroup[];
  errors: ImportErrorRow[];
  /** The list from its beginning, and the next part of it. */
  firstHref: string | null;
  nextHref: string | null;
  /** Absent for those who may not read the file. */
  downloadHref: string | null;
};

/** The rows that were left out: why, how many, and which. */
export function ImportErrors({ rowsFailed, groups, errors, firstHref, nextHref, downloadHref }: Props) {
  return (
    <div id="left-out" className="scroll-mt-20">
      <Section
        title="Rows left out"
        description="The other rows are in. Mend these in your own file and import it again: rows already here are not added twice. The download has personal data blacked out."
        actions={
          downloadHref && (
            <a href={downloadHref} download className={buttonStyle()}>
              <Download aria-hidden />
              Download as CSV
            </a>
          )
        }
      >
        <Card flush>
          <Table
            caption="Reasons, the most frequent first"
            columns={[
              { key: 'reason', header: 'Reason', cell: ({ reason }) => <Reason text={reason} /> },
              { key: 'column', header: 'Column', cell: ({ column }) => column ?? 'the whole row' },
              { key: 'rows', header: 'Rows', align: 'right', cell: ({ rows }) => formatNumber(rows) },
              {
                key: 'line',
                header: 'First on line',
                align: 'right',
                cell: ({ firstLine }) => formatNumber(firstLine),
              },
            ]}
            rows={groups}
            rowKey={({ reason, column }) => `${column} ${reason}`}
            onPhone="cards"
          />
        </Card>
        <Card flush>
          <Table
            caption="Row by row; lines as a text editor counts them"
            columns={[
              { key: 'line', header: 'Line', cell: ({ line }) => formatNumber(line) },
              { key: 'column', header: 'Column', cell: ({ column }) => column ?? 'the whole row' },
              { key: 'reason', header: 'Reason', cell: ({ reason }) => <Reason text={reason} /> },
            ]}
            rows={errors}
            rowKey={({ line }) => String(line)}
            onPhone="cards"
          />
        </Card>
        <nav aria-label="Rows left out" className="flex flex-wrap items-center justify-between gap-3">
          <p className="text-sm text-ink-mute">{formatCount(rowsFailed, 'row')} in all</p>
          <div className="flex gap-2">
            {firstHref && (
              <ButtonLink href={firstHref} size="small">
                From the first line
              </ButtonLink>
            )}
            {nextHref && (
              <ButtonLink href={nextHref} size="small" rel="next">
                Next lines
              </ButtonLink>
            )}
          </div>
        </nav>
      </Section>
    </div>
  );
}

function Reason({ text }: { text: string }) {
  return <span className="break-words font-normal">{text.charAt(0).toUpperCase() + text.slice(1)}</span>;
}
