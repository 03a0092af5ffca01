import { Hourglass, ListOrdered } from 'lucide-react';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { ReadingState } from '@/lib/annotations/find-reading-state';
import { formatCount, formatNumber } from '@/lib/core/format';

type Props = { state: ReadingState; themes: number; importsHref: string };

/** Stands in place of the ranked list while there is none: what is missing, or how far the work is. */
export function NoRanking({ state: { comments, unread }, themes, importsHref }: Props) {
  if (comments === 0) {
    return (
      <Card>
        <EmptyState
          icon={ListOrdered}
          title="No feedback yet"
          actions={
            <ButtonLink href={importsHref} variant="primary">
              Import feedback
            </ButtonLink>
          }
        >
          Issues are found in what customers say, and ranked by how many accounts they trouble, how they go
          with churn and what those accounts pay. Import feedback and accounts to begin.
        </EmptyState>
      </Card>
    );
  }
  const words =
    unread > 0
      ? `${formatNumber(comments - unread)} of ${formatCount(comments, 'statement')} are read. The list appears when all are.`
      : themes > 0
        ? 'Everything is read; the ranking is being computed. This takes seconds.'
        : 'No themes were found yet. It takes some fifty sentences that have something in common.';
  return (
    <Card>
      <EmptyState
        icon={Hourglass}
        title={unread > 0 || themes > 0 ? 'The list is being computed' : 'Too little to rank'}
        actions={<ButtonLink href="">Look again</ButtonLink>}
      >
        {words}
      </EmptyState>
    </Card>
  );
}
