'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { AlertState } from '@/lib/alerts/schema';

/** Says of an alert that it is seen to, or no news; or takes that back. */
export function AnswerForm({
  action,
  alertId,
  state,
}: {
  action: FormAction;
  alertId: string;
  state: AlertState;
}) {
  return (
    <ActionForm action={action} className="space-y-2">
      {() => (
        <div className="flex flex-wrap gap-2">
          <input type="hidden" name="alertId" value={alertId} />
          {state === 'open' ? (
            <>
              <SubmitButton name="state" value="acknowledged">
                Acknowledge
              </SubmitButton>
              <SubmitButton variant="secondary" name="state" value="dismissed">
                Dismiss
              </SubmitButton>
            </>
          ) : (
            <SubmitButton variant="secondary" name="state" value="open">
              Open again
            </SubmitButton>
          )}
        </div>
      )}
    </ActionForm>
  );
}
