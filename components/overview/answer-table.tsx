import { ExcerptLink } from '@/components/feedback/excerpt-link';
import { Badge } from '@/components/ui/badge';
import { type Column, Table } from '@/components/ui/table';
import { TextLink } from '@/components/ui/text-link';
import type { Tone } from '@/components/ui/tone';
import { formatDate } from '@/lib/core/format';
import type { AnswerRow } from '@/lib/responses/find-responses';
import { groupNames, groupOf, type ScoreGroup } from '@/lib/responses/response-filter';
import { scales } from '@/lib/responses/schema';

const GROUP_TONES: Record<ScoreGroup, Tone> = {
  promoter: 'positive',
  passive: 'neutral',
  detractor: 'negative',
  satisfied: 'positive',
  unsatisfied: 'negative',
  easy: 'positive',
  hard: 'negative',
};

/** Answers one by one: the score, who gave it and what they wrote with it. */
export function AnswerTable({ workspaceSlug, rows }: { workspaceSlug: string; rows: AnswerRow[] }) {
  const columns: Column<AnswerRow>[] = [
    {
      key: 'score',
      header: 'Score',
      cell: ({ metric, score }) => {
        const group = groupOf(metric, score);
        return (
          <span className="inline-flex items-center gap-2 whitespace-nowrap">
            {score} <span className="font-normal text-ink-mute">of {scales[metric].high}</span>
            {group && <Badge tone={GROUP_TONES[group]}>{groupNames[group]}</Badge>}
          </span>
        );
      },
    },
    { key: 'person', header: 'Person', cell: (row) => row.contactName ?? 'Not known' },
    {
      key: 'account',
      header: 'Account',
      cell: ({ accountId, accountName }) =>
        accountId && accountName ? (
          <TextLink href={`/w/${workspaceSlug}/accounts/${accountId}`}>{accountName}</TextLink>
        ) : (
          'None known'
        ),
    },
    {
      key: 'date',
      header: 'Date',
      cell: (row) => <span className="whitespace-nowrap">{formatDate(row.answeredAt)}</span>,
    },
    {
      key: 'text',
      header: 'In words',
      className: 'sm:min-w-72',
      cell: ({ texts }) =>
        texts.length === 0 ? (
          <span className="text-ink-mute">No comment</span>
        ) : (
          <span className="block min-w-0 max-w-prose space-y-1">
            {texts.map(({ feedbackId, excerpt, language }) => (
              <ExcerptLink
                key={feedbackId}
                workspaceSlug={workspaceSlug}
                feedbackId={feedbackId}
                language={language}
              >
                {excerpt}
              </ExcerptLink>
            ))}
          </span>
        ),
    },
  ];
  return (
    <Table
      caption="Answers, newest first"
      hideCaption
      columns={columns}
      rows={rows}
      rowKey={(row) => row.id}
      onPhone="cards"
    />
  );
}
