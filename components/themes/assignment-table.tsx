import { ExcerptLink } from '@/components/feedback/excerpt-link';
import { type Column, Table } from '@/components/ui/table';
import type { AssignmentRow } from '@/lib/annotations/find-assignments';
import { formatDate, formatPercent } from '@/lib/core/format';
import { channelNames } from '@/lib/feedback/schema';

/** More of a text is on its own screen. */
const SHOWN_CHARACTERS = 400;

/** Themes that the engine found, each with the words it rests on. */
export function AssignmentTable({ workspaceSlug, rows }: { workspaceSlug: string; rows: AssignmentRow[] }) {
  const columns: Column<AssignmentRow>[] = [
    {
      key: 'text',
      header: 'Words',
      className: 'sm:min-w-80',
      cell: ({ feedbackId, language, excerpt, channel, occurredAt }) => (
        <span className="block min-w-0 max-w-prose text-left">
          <ExcerptLink workspaceSlug={workspaceSlug} feedbackId={feedbackId} language={language} lines={3}>
            {excerpt.slice(0, SHOWN_CHARACTERS)}
          </ExcerptLink>
          <span className="text-sm font-normal text-ink-mute">
            {channelNames[channel]}, {formatDate(occurredAt)}
          </span>
        </span>
      ),
    },
    { key: 'theme', header: 'Theme', cell: ({ themeName }) => themeName },
    { key: 'sure', header: 'Sure', align: 'right', cell: ({ confidence }) => formatPercent(confidence) },
  ];
  return (
    <Table
      caption="Assignments, the least sure first"
      hideCaption
      onPhone="cards"
      columns={columns}
      rows={rows}
      rowKey={({ id }) => id}
    />
  );
}
