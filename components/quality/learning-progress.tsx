import { Card } from '@/components/ui/card';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatCount, formatNumber } from '@/lib/core/format';
import type { TextLearning } from '@/lib/quality/find-adaptations';

/** What those may do who change settings. */
export interface LearningActions {
  learnNow: FormAction;
  cancel: FormAction;
  choose: FormAction;
  changeLearning: FormAction;
  steer: FormAction;
}

type Props = { learning: TextLearning; actions: LearningActions | null };

/** How far learning has come, and reading all comments anew after it. Nothing where neither is under way. */
export function LearningProgress({ learning: { open, rereading }, actions }: Props) {
  if (!open && !rereading) return null;
  const isMoving = open || rereading?.status === 'running';
  return (
    <Card className="space-y-5">
      {isMoving && <RefreshWhile />}
      {open && (
        <div className="space-y-3">
          <ProgressBar
            label="Learning"
            share={open.status === 'waiting' ? null : open.progress}
            value={open.status === 'waiting' ? 'Waiting for the worker' : undefined}
            detail={`From ${formatCount(open.labels, 'label')} and ${formatCount(open.ratings, 'rating')}. Feedback is read as before meanwhile.`}
          />
          {actions && (
            <ActionButton action={actions.cancel} fields={{ adaptationId: open.id }} size="small">
              Cancel learning
            </ActionButton>
          )}
        </div>
      )}
      {rereading && (
        <div className="space-y-3">
          <ProgressBar
            label={rereading.status === 'running' ? 'Reading comments anew' : 'Reading anew was stopped'}
            share={rereading.total > 0 ? rereading.done / rereading.total : null}
            value={`${formatNumber(rereading.done)} of ${formatNumber(rereading.total)}`}
            detail={
              rereading.status === 'running'
                ? 'Figures change as it goes on; corrections stay.'
                : 'The comments after this are as the model of before read them. New ones are read by the model in use.'
            }
          />
          {actions && (
            <ActionButton
              action={actions.steer}
              fields={{
                rereadingId: rereading.id,
                step: rereading.status === 'running' ? 'stop' : 'continue',
              }}
              size="small"
            >
              {rereading.status === 'running' ? 'Stop reading anew' : 'Read the rest'}
            </ActionButton>
          )}
        </div>
      )}
    </Card>
  );
}
