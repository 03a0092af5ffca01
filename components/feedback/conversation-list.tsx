import NextLink from 'next/link';
import { Badge, SentimentBadge } from '@/components/ui/badge';
import { cx } from '@/components/ui/cx';
import type { SaidRow } from '@/lib/annotations/find-conversation';
import { formatClock, formatDateTime } from '@/lib/core/format';

type Props = { workspaceSlug: string; said: SaidRow[]; currentId?: string };

const OTHERS = { staff: 'Staff', unknown: 'Not known who' };

/** What was said in one conversation, in order, with the statement one is at marked. Words of others than customers lead nowhere. */
export function ConversationList({ workspaceSlug, said, currentId }: Props) {
  return (
    <ol className="divide-y divide-line">
      {said.map((statement) => {
        const isCurrent = statement.id === currentId;
        return (
          <li
            key={statement.id}
            aria-current={isCurrent ? 'true' : undefined}
            className={cx(
              'space-y-1.5 border-l-4 px-4 py-3',
              isCurrent ? '!border-l-accent bg-accent-soft/50' : '!border-l-transparent',
            )}
          >
            <div className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-mute">
              {statement.speaker && (
                <span className="break-words font-medium text-ink">{statement.speaker}</span>
              )}
              <span>{formatDateTime(statement.occurredAt)}</span>
              {statement.seconds !== null && <span>{formatClock(statement.seconds)} in</span>}
              {statement.sentimentLabel && <SentimentBadge tone={statement.sentimentLabel} />}
              {statement.side !== 'customer' && <Badge>{OTHERS[statement.side]}</Badge>}
              {isCurrent && <span className="font-medium text-accent">This statement</span>}
            </div>
            <p
              lang={statement.language ?? undefined}
              dir="auto"
              className={cx(
                'line-clamp-3 break-words font-voice',
                statement.side !== 'customer' && 'text-ink-mute',
              )}
            >
              {isCurrent || statement.side !== 'customer' ? (
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
