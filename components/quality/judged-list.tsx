import { ExcerptLink } from '@/components/feedback/excerpt-link';
import { Badge, SentimentBadge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { type Column, Table } from '@/components/ui/table';
import { formatDate, formatPercent } from '@/lib/core/format';
import type { SettledStatement } from '@/lib/quality/judged';
import { type Answer, answerNames } from '@/lib/quality/schema';

type Props = { workspaceSlug: string; statements: SettledStatement[] };

/** Labelled statements, each with what people and the engine said. */
export function JudgedList({ workspaceSlug, statements }: Props) {
  const columns: Column<SettledStatement>[] = [
    {
      key: 'text',
      header: 'Statement',
      className: 'sm:min-w-80',
      cell: ({ feedbackId, excerpt, language, sourceName, occurredAt }) => (
        <span className="block min-w-0 max-w-prose text-left">
          <ExcerptLink workspaceSlug={workspaceSlug} feedbackId={feedbackId} language={language} lines={3}>
            {excerpt}
          </ExcerptLink>
          <span className="text-sm font-normal text-ink-mute">
            {sourceName}, {formatDate(occurredAt)}
          </span>
        </span>
      ),
    },
    {
      key: 'people',
      header: 'People say',
      className: 'sm:min-w-56',
      cell: ({ labels }) => (
        <span className="inline-flex flex-col gap-1">
          {labels.map(({ memberId, name, answer }) => (
            <span key={memberId} className="inline-flex flex-wrap items-center gap-1.5">
              <AnswerBadge answer={answer} />
              <span className="text-sm text-ink-mute">{name}</span>
            </span>
          ))}
        </span>
      ),
    },
    {
      key: 'engine',
      header: 'Engine said',
      cell: ({ settled: { engineLabel, engineConfidence } }) => (
        <span className="inline-flex flex-wrap items-center gap-1.5">
          {engineLabel ? <SentimentBadge tone={engineLabel} /> : 'nothing'}
          {engineConfidence !== null && (
            <span className="whitespace-nowrap text-sm text-ink-mute">
              {formatPercent(engineConfidence)} sure
            </span>
          )}
        </span>
      ),
    },
  ];
  return (
    <Card flush>
      <Table
        caption="Labelled statements, in the order they were drawn"
        hideCaption
        onPhone="cards"
        columns={columns}
        rows={statements}
        rowKey={({ feedbackId }) => feedbackId}
      />
    </Card>
  );
}

function AnswerBadge({ answer }: { answer: Answer }) {
  return answer === 'no_opinion' ? <Badge>{answerNames[answer]}</Badge> : <SentimentBadge tone={answer} />;
}
