import { Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatDateTime } from '@/lib/core/format';
import { type Channel, channelNames } from '@/lib/feedback/schema';
import type { ListedReason, ReasonRow } from '@/lib/health/find-reason-rows';

const MOST_OF: Record<string, number> = { csat: 5, rating: 5, ces: 7 };

type Props = {
  workspaceSlug: string;
  of: ListedReason;
  caption: string;
  rows: ReasonRow[];
};

/** Conversations or low ratings of an account, one row each. */
export function ReasonTable({ workspaceSlug, of, caption, rows }: Props) {
  return (
    <Table
      caption={`${caption}, the latest first`}
      hideCaption
      onPhone="cards"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'when', header: 'When', cell: ({ at }) => formatDateTime(at) },
        {
          key: 'title',
          header: of === 'tickets' ? 'About' : 'From',
          cell: ({ title }) => (
            <span dir="auto" className="break-words">
              {title ?? 'No subject'}
            </span>
          ),
        },
        {
          key: 'kind',
          header: of === 'tickets' ? 'Channel' : 'Score',
          cell: ({ kind, score }) =>
            score === null
              ? channelNames[kind as Channel]
              : `${kind === 'rating' ? 'Rating' : kind.toUpperCase()} ${score} of ${MOST_OF[kind]}`,
        },
        {
          key: 'said',
          header: 'What was said',
          cell: ({ id, feedbackId }) =>
            of === 'tickets' ? (
              <TextLink href={feedbackHref(workspaceSlug, { conversation: id })}>Its statements</TextLink>
            ) : feedbackId ? (
              <TextLink href={`/w/${workspaceSlug}/feedback/${feedbackId}`}>The statement</TextLink>
            ) : (
              <span className="text-ink-mute">Nothing in words</span>
            ),
        },
      ]}
    />
  );
}
