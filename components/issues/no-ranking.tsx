import { History, Hourglass, ListOrdered } from 'lucide-react';
import { PipelineProgress } from '@/components/pipeline/pipeline-progress';
import { ButtonLink } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { EmptyState } from '@/components/ui/empty-state';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import type { PipelineState } from '@/lib/annotations/find-pipeline-state';

type Props = {
  state: PipelineState;
  themes: number;
  importsHref: string;
  /** Whether there is a ranking that only an earlier version could read. */
  isOutdated: boolean;
  /** Ranks again; null for those who may not. */
  rankAgain: FormAction | null;
};

/** Stands in place of the ranked list while there is none: what is missing, or how far the work is. */
export function NoRanking({ state, themes, importsHref, isOutdated, rankAgain }: Props) {
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
  if (isOutdated && themes > 0) {
    return (
      <Card>
        <EmptyState
          icon={History}
          title="The ranking is of an earlier version"
          actions={
            rankAgain && (
              <ActionButton action={rankAgain} variant="primary">
                Rank again
              </ActionButton>
            )
          }
        >
          Verbatim computes more than it did when these issues were ranked. Rank them again to see them:
          feedback, themes, status and notes stay as they are. The next import does so by itself.
        </EmptyState>
      </Card>
    );
  }
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
