import { GraduationCap } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { TextLink } from '@/components/ui/text-link';
import { ActionButton } from '@/components/workspaces/action-button';
import { formatCount, formatDateTime, formatNumber } from '@/lib/core/format';
import { FEWEST_EXAMPLES } from '@/lib/nlp/adaptation/limits';
import { FEWEST_LABELS_TO_JUDGE } from '@/lib/quality/adaptation-report';
import type { TextLearning } from '@/lib/quality/find-adaptations';
import { knownTextsHref } from './known-texts-href';
import type { LearningActions } from './learning-progress';
import { Opened } from './opened';

type Props = {
  workspaceSlug: string;
  learning: TextLearning;
  actions: LearningActions | null;
  qualityHref: string;
};

/** Which model reads now, what there is to learn from, and what one can do about it. */
export function TextLearningCard({ workspaceSlug, learning, actions, qualityHref }: Props) {
  const { inUse, known, learnsByItself, open } = learning;
  const reads = inUse?.fits ? inUse : null;
  const isEnough = known.labels + known.ratings >= FEWEST_EXAMPLES;
  return (
    <Card className="space-y-4">
      <div className="space-y-1">
        <p className="font-medium">
          {reads ? `Reads with model ${reads.number} of this workspace` : 'Reads with the engine as it is'}
        </p>
        <p className="text-ink-mute">
          {reads?.finishedAt && `Learned ${formatDateTime(reads.finishedAt)}. `}
          There {known.labels === 1 ? 'is' : 'are'}{' '}
          <Opened count={known.labels} href={knownTextsHref(workspaceSlug, { by: 'label' })}>
            {formatCount(known.labels, 'label')}
          </Opened>{' '}
          to learn from (
          <Opened
            count={known.randomLabels}
            href={knownTextsHref(workspaceSlug, { by: 'label', onlyRandom: true })}
          >
            {formatNumber(known.randomLabels)} of random samples
          </Opened>
          ) and{' '}
          <Opened count={known.ratings} href={knownTextsHref(workspaceSlug, { by: 'rating' })}>
            {formatCount(known.ratings, 'rating')} beside comments
          </Opened>
          .
        </p>
        {known.randomLabels < FEWEST_LABELS_TO_JUDGE && (
          <p className="text-ink-mute">
            A few hundred labels teach more than thousands of ratings, which know no neutral.{' '}
            <TextLink href={qualityHref}>Label a sample</TextLink>
          </p>
        )}
      </div>
      {inUse && !inUse.fits && (
        <FormMessage tone="warning">
          Model {inUse.number} of this workspace was learned for another version or lane of the engine and
          cannot be used with this one. Comments are read with the engine as it is until it has learned again.
        </FormMessage>
      )}
      {actions && (
        <div className="flex flex-wrap gap-2">
          {!open && isEnough && (
            <ActionButton action={actions.learnNow} variant="primary">
              <GraduationCap aria-hidden />
              Learn now
            </ActionButton>
          )}
          {inUse && (
            <ActionButton action={actions.choose} fields={{ adaptationId: 'bundled' }}>
              Go back to the engine as it is
            </ActionButton>
          )}
          <ActionButton
            action={actions.changeLearning}
            fields={{ learnsByItself: learnsByItself ? 'no' : 'yes' }}
          >
            {learnsByItself ? 'Stop learning by itself' : 'Let it learn by itself'}
          </ActionButton>
        </div>
      )}
      <p className="text-sm text-ink-mute">
        {learnsByItself
          ? `It learns by itself from ${FEWEST_EXAMPLES} labels or ratings on, and again when a quarter more have come.`
          : 'It learns only when asked.'}
      </p>
    </Card>
  );
}
