import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { Section } from '@/components/ui/section';
import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { formatCount, formatDate, formatNumber } from '@/lib/core/format';
import type { KeptDays } from '@/lib/ingest/count-kept-days';
import type { ImportRepeatRow, StoredRow } from '@/lib/ingest/find-import-repeats';
import { RowPager } from './row-pager';

type Props = {
  rowsUnchanged: number;
  /** Those that keep their day though another was given for all rows; null where there are none. */
  keptDays: KeptDays | null;
  repeats: ImportRepeatRow[];
  workspaceSlug: string;
  importId: string;
  /** The list from its beginning, and the next part of it. */
  firstHref: string | null;
  nextHref: string | null;
};

/** The rows that say what was here already: which, what that is, and what it came with. */
export function ImportRepeats(props: Props) {
  const { rowsUnchanged, keptDays, repeats, workspaceSlug, importId, firstHref, nextHref } = props;
  return (
    <div id="unchanged" className="scroll-mt-20">
      <Section
        title="Rows unchanged"
        description="These say what is here already, so nothing was added or changed for them. Undoing this import leaves what they say in place."
      >
        {keptDays && (
          <FormMessage tone="warning" title={keptDaysTitle(keptDays)}>
            {`${formatDate(keptDays.given)}, given for all rows of this file, holds only for rows that are new. To change the day of the others, undo the import they came with and import the file again.`}
          </FormMessage>
        )}
        <Card flush>
          <Table
            caption="Row by row. Line numbers are those a text editor shows."
            columns={[
              { key: 'line', header: 'Line', cell: ({ line }) => formatNumber(line) },
              {
                key: 'stored',
                header: 'What is here',
                cell: ({ stored }) => <Stored stored={stored} workspaceSlug={workspaceSlug} />,
              },
              {
                key: 'origin',
                header: 'Came with',
                cell: ({ stored }) => <Origin {...{ stored, workspaceSlug, importId }} />,
              },
            ]}
            rows={repeats}
            rowKey={({ index }) => String(index)}
            onPhone="cards"
          />
        </Card>
        <RowPager label="Rows unchanged" unit="row" firstHref={firstHref} nextHref={nextHref}>
          {formatCount(rowsUnchanged, 'row')} in all
        </RowPager>
      </Section>
    </div>
  );
}

function keptDaysTitle({ count }: KeptDays): string {
  return count === 1
    ? '1 of these rows keeps the day it came with'
    : `${formatNumber(count)} of these rows keep the day they came with`;
}

function Stored({ stored, workspaceSlug }: { stored: StoredRow | null; workspaceSlug: string }) {
  if (!stored) return <span className="text-ink-mute">Removed since</span>;
  const { kind, id, label } = stored;
  if (kind === 'response') return 'A score without a comment';
  const room = kind === 'comment' ? 'feedback' : 'accounts';
  return (
    <TextLink href={`/w/${workspaceSlug}/${room}/${id}`}>
      <span className="line-clamp-2 break-words">{label || 'Without a name'}</span>
    </TextLink>
  );
}

function Origin(props: { stored: StoredRow | null; workspaceSlug: string; importId: string }) {
  const { stored, workspaceSlug, importId } = props;
  if (stored?.importId === importId) return 'This file';
  if (!stored?.importId) return <span className="text-ink-mute">No file</span>;
  return (
    <TextLink href={`/w/${workspaceSlug}/imports/${stored.importId}#outcome`}>
      <span className="break-all">{stored.fileName}</span>
    </TextLink>
  );
}
