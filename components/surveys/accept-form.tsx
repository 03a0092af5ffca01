'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

/** Counts a suspect response as that of a person. */
export function AcceptForm({ action, responseId }: { action: FormAction; responseId: string }) {
  return (
    <ActionForm action={action} className="">
      {() => (
        <>
          <input type="hidden" name="responseId" value={responseId} />
          <SubmitButton variant="secondary" size="small">
            Count it
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
