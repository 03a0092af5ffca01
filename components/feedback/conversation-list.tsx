import NextLink from 'next/link';
import { SentimentBadge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import type { Statement } from '@/lib/annotations/find-feedback-detail';
import { formatDateTime } from '@/lib/core/format';

type Props = { workspaceSlug: string; statements: Statement[]; currentId: string };

/** What the customer said in one conversation, in order, with the statement one is at marked. */
export function ConversationList({ workspaceSlug, statements, currentId }: Props) {
  return (
    <ol className="divide-y divide-line">
      {statements.map((statement) => {
        const isCurrent = statement.id === currentId;
        return (
          <li
            key={statement.id}
            aria-current={isCurrent ? 'true' : undefined}
            className={cx(
              'space-y-1.5 border-l-4 px-4 py-3',
              isCurrent ? 'border-l-accent bg-accent-soft/50' : 'border-l-transparent',
            )}
          >
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-mute">
              {statement.speaker && (
                <span className="break-words font-medium text-ink">{statement.speaker}</span>
              )}
              <span>{formatDateTime(statement.occurredAt)}</span>
              {statement.sentimentLabel && <SentimentBadge tone={statement.sentimentLabel} />}
              {isCurrent && <span className="font-medium text-accent">This statement</span>}
            </div>
            <p
              lang={statement.language ?? undefined}
              dir="auto"
              className="line-clamp-3 break-words font-voice"
            >
              {isCurrent ? (
                statement.excerpt
              ) : (
                <NextLink
                  href={`/w/${workspaceSlug}/feedback/${statement.id}`}
                  className="rounded-sm hover:underline"
                >
                  {statement.excerpt}
                </NextLink>
              )}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
