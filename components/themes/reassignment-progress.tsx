import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { ProgressBar } from '@/components/ui/progress-bar';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { ActionButton } from '@/components/workspaces/action-button';
import type { FormAction } from '@/components/workspaces/action-form';
import { formatCount, formatNumber } from '@/lib/core/format';
import type { Reassignment } from '@/lib/themes/find-reassignment';

type Props = {
  run: Reassignment | null;
  /** Null for those who may not edit. */
  actions: { cancel: FormAction; restart: FormAction } | null;
};

/** How far an edit has come in being held against all comments, or that it was stopped; nothing when none is under way. */
export function ReassignmentProgress({ run, actions }: Props) {
  if (!run) return null;
  const { total, done, changed, isCancelled } = run;
  if (isCancelled) {
    return (
      <FormMessage tone="warning" title="Assigning was stopped">
        <div className="space-y-2">
          <p>
            {total > 0
              ? `${formatNumber(done)} of ${formatCount(total, 'comment')} were looked at anew. `
              : 'No comment was looked at anew yet. '}
            {changed > 0 &&
              `${formatCount(changed, 'comment')} changed, those with the edit’s words among them. `}
            The others keep the themes they had. New comments, and all of them after the next edit, are
            assigned by the themes as they are now.
          </p>
          {actions && (
            <ActionButton action={actions.restart} size="small">
              Assign all comments
            </ActionButton>
          )}
        </div>
      </FormMessage>
    );
  }
  return (
    <Card>
      <RefreshWhile />
      <div className="space-y-3">
        <ProgressBar
          label="Assigning comments by your edit"
          share={total > 0 ? done / total : null}
          value={total > 0 ? `${formatNumber(done)} of ${formatNumber(total)}` : 'Waiting'}
          detail={`${formatCount(changed, 'comment')} changed so far. Words hold at once; what is learned from them follows, comments of the edited themes first.`}
        />
        {actions && (
          <ActionButton action={actions.cancel} size="small">
            Stop
          </ActionButton>
        )}
      </div>
    </Card>
  );
}
