'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { CopyText } from './copy-text';

/** Makes the secret that signs who somebody is, and shows it this once. */
export function IdentitySecretForm({
  isSet,
  action,
}: {
  isSet: boolean;
  action: FormAction<{ secret: string }>;
}) {
  return (
    <ActionForm action={action}>
      {({ data }) => (
        <>
          {data && <CopyText label="Secret, shown only now" text={data.secret} />}
          <p className="text-ink-mute">
            {isSet
              ? 'There is a secret. With a new one, links and tokens signed with the old one count no more.'
              : 'There is no secret yet, so every answer is anonymous.'}
          </p>
          <SubmitButton variant="secondary">{isSet ? 'Make a new secret' : 'Make a secret'}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
