'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';
import { signInWith, textOf } from './sign-in-with';

/** Changes one's own password. Every session ends with it; this one is opened anew at once. */
export function PasswordForm({ action, email }: { action: FormAction; email: string }) {
  return (
    <ActionForm
      clears
      action={async (previous, form) => {
        const state = await action(previous, form);
        if (state.status !== 'done') return state;
        if (await signInWith(email, textOf(form, 'newPassword'))) window.location.assign('/sign-in');
        return state;
      }}
    >
      {({ fields }) => (
        <>
          <input hidden readOnly name="username" autoComplete="username" value={email} />
          <Field name="currentPassword" label="Current password" error={fields?.currentPassword}>
            {(control) => <Input {...control} type="password" autoComplete="current-password" />}
          </Field>
          <Field
            name="newPassword"
            label="New password"
            hint="At least 12 characters. Several words work well."
            error={fields?.newPassword}
          >
            {(control) => <Input {...control} type="password" autoComplete="new-password" />}
          </Field>
          <SubmitButton>Change password</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
