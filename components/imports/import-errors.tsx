import { Download } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { buttonStyle } from '@/components/ui/control-style';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatNumber } from '@/lib/core/format';
import type { ErrorGroup, ImportErrorRow } from '@/lib/ingest/find-import-errors';
import { RowPager } from './row-pager';

type Props = {
  rowsFailed: number;
  groups: ErrorGroup[];
  /** The reason that the rows are narrowed to. */
  group: ErrorGroup | null;
  errors: ImportErrorRow[];
  /** The address of the import. */
  here: string;
  /** The list from its beginning, and the next part of it. */
  firstHref: string | null;
  nextHref: string | null;
  /** Absent for those who may not read the file. */
  downloadHref: string | null;
};

/** The rows that were left out: why, how many, and which. */
export function ImportErrors(props: Props) {
  const { rowsFailed, groups, group, errors, here, firstHref, nextHref, downloadHref } = props;
  return (
    <div id="left-out" className="scroll-mt-20">
      <Section
        title="Rows left out"
        description="The other rows are imported. Correct these in your own file and import it again: rows already here are not added twice. Personal data is blacked out in the download."
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
              { key: 'column', header: 'Column', cell: ({ column }) => column ?? 'Whole row' },
              {
                key: 'rows',
                header: 'Rows',
                align: 'right',
                cell: ({ rows, reason, firstRow }) => (
                  <TextLink href={`${here}?like=${firstRow}#row-by-row`}>
                    {formatNumber(rows)}
                    <span className="sr-only"> rows left out: {reason}</span>
                  </TextLink>
                ),
              },
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
        <div id="row-by-row" className="scroll-mt-20 space-y-3">
          <Card flush>
            <Table
              caption={`Row by row, ${group ? `only “${group.reason}”` : 'all reasons'}. Line numbers are those a text editor shows.`}
              columns={[
                { key: 'line', header: 'Line', cell: ({ line }) => formatNumber(line) },
                { key: 'column', header: 'Column', cell: ({ column }) => column ?? 'Whole row' },
                { key: 'reason', header: 'Reason', cell: ({ reason }) => <Reason text={reason} /> },
              ]}
              rows={errors}
              rowKey={({ index }) => String(index)}
              onPhone="cards"
            />
          </Card>
          <RowPager label="Rows left out" unit="line" firstHref={firstHref} nextHref={nextHref}>
            {group ? (
              <>
                {formatCount(group.rows, 'row')} for this reason.{' '}
                <TextLink href={`${here}#row-by-row`}>All reasons</TextLink>
              </>
            ) : (
              `${formatCount(rowsFailed, 'row')} in all`
            )}
          </RowPager>
        </div>
      </Section>
    </div>
  );
}

function Reason({ text }: { text: string }) {
  return <span className="break-words font-normal">{text.charAt(0).toUpperCase() + text.slice(1)}</span>;
}
