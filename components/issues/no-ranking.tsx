import { Hourglass, ListOrdered } from 'lucide-react';
import { PipelineProgress } from '@/components/pipeline/pipeline-progress';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import type { PipelineState } from '@/lib/annotations/find-pipeline-state';

type Props = { state: PipelineState; themes: number; importsHref: string };

/** Stands in place of the ranked list while there is none: what is missing, or how far the work is. */
export function NoRanking({ state, themes, importsHref }: Props) {
  if (state.comments === 0) {
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
  if (state.step) return <PipelineProgress state={state} />;
  return (
    <Card>
      <EmptyState icon={Hourglass} title={themes > 0 ? 'Nothing to rank' : 'Too little to rank'}>
        {themes > 0
          ? 'No theme is spoken of as a problem.'
          : 'No themes were found yet. It takes some fifty sentences that have something in common.'}
      </EmptyState>
    </Card>
  );
}
