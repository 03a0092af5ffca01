'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';

/** Asks the stored model a fixed question, to show that address, model and key are right. */
export function ConnectionTest({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} className="space-y-4">
      {() => (
        <>
          <p className="text-ink-mute">
            Asks the model as it is saved a fixed question. Nothing of your workspace is sent.
          </p>
          <SubmitButton variant="secondary">Test the connection</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
