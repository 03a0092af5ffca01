'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';

type Props = { action: FormAction; invitationId: string; email: string };

/** Ends an open invitation. */
export function WithdrawButton({ action, invitationId, email }: Props) {
  return (
    <ActionForm action={action}>
      {() => (
        <>
          <SubmitButton variant="secondary" size="small">
            Withdraw<span className="sr-only"> the invitation of {email}</span>
          </SubmitButton>
          <input type="hidden" name="invitationId" value={invitationId} />
        </>
      )}
    </ActionForm>
  );
}
