'use client';

import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

/** Ends a key, after asking. */
export function RevokeButton({
  action,
  apiKeyId,
  name,
}: {
  action: FormAction;
  apiKeyId: string;
  name: string;
}) {
  return (
    <Dialog
      trigger={
        <span>
          Revoke<span className="sr-only"> {name}</span>
        </span>
      }
      variant="quiet"
      title={`Revoke “${name}”?`}
      description="Whatever uses it is refused from now on. This cannot be taken back; what it sent stays."
    >
      <ActionForm action={action}>
        {() => (
          <>
            <SubmitButton variant="danger">Revoke</SubmitButton>
            <input type="hidden" name="apiKeyId" value={apiKeyId} />
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}
