import { ExcerptLink } from '@/components/feedback/excerpt-link';
import { SentimentBadge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import { formatDate } from '@/lib/core/format';
import type { KnownText } from '@/lib/quality/find-known-texts';

/** More of a text is on its own screen. */
const SHOWN_CHARACTERS = 400;

/** Texts that the engine learns from, each with what is known of it. */
export function KnownTextTable({ workspaceSlug, rows }: { workspaceSlug: string; rows: KnownText[] }) {
  const columns: Column<KnownText>[] = [
    {
      key: 'text',
      header: 'Text',
      className: 'sm:min-w-80',
      cell: ({ feedbackId, text, start, end, language, occurredAt }) => (
        <span className="block min-w-0 max-w-prose text-left">
          <ExcerptLink workspaceSlug={workspaceSlug} feedbackId={feedbackId} language={language} lines={3}>
            {text.slice(start ?? 0, end ?? undefined).slice(0, SHOWN_CHARACTERS)}
          </ExcerptLink>
          <span className="text-sm font-normal text-ink-mute">
            {start === null ? 'Whole comment' : 'Part of a comment'}, {formatDate(occurredAt)}
          </span>
        </span>
      ),
    },
    { key: 'label', header: 'Taken as', cell: ({ label }) => <SentimentBadge tone={label} /> },
    {
      key: 'random',
      header: 'Of a random sample',
      cell: ({ isRandom }) => (isRandom ? 'Yes' : <span className="text-ink-mute">No</span>),
    },
  ];
  return (
    <Table
      caption="Texts to learn from, the newest first"
      hideCaption
      onPhone="cards"
      columns={columns}
      rows={rows}
      rowKey={({ feedbackId, start }) => `${feedbackId} ${start}`}
    />
  );
}
