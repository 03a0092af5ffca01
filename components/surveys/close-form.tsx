'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

/** Stops a survey, or lets it go on. */
export function CloseForm({
  action,
  surveyId,
  isClosed,
}: {
  action: FormAction;
  surveyId: string;
  isClosed: boolean;
}) {
  return (
    <ActionForm action={action} className="">
      {() => (
        <>
          <input type="hidden" name="surveyId" value={surveyId} />
          <input type="hidden" name="isClosed" value={isClosed ? 'no' : 'yes'} />
          <SubmitButton variant="secondary">{isClosed ? 'Open again' : 'Close'}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
