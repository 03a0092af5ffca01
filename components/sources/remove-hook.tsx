'use client';

import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

/** Ends an address, after asking. */
export function RemoveHook({ action, hookId, name }: { action: FormAction; hookId: string; name: string }) {
  return (
    <Dialog
      trigger="Remove"
      variant="danger"
      title={`Remove “${name}”?`}
      description="What is sent to its address is refused from now on. This cannot be taken back; what it brought stays."
    >
      <ActionForm action={action}>
        {() => (
          <>
            <SubmitButton variant="danger">Remove</SubmitButton>
            <input type="hidden" name="hookId" value={hookId} />
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}
