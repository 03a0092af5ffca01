'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm } from './action-form';
import { signInWith, textOf } from './sign-in-with';

/** E-mail address and password. `nextPath` is where to go afterwards, a path on this site. */
export function SignInForm({ nextPath }: { nextPath: string }) {
  return (
    <ActionForm
      action={async (_previous, form) => {
        const problem = await signInWith(textOf(form, 'email'), textOf(form, 'password'));
        if (problem) return { status: 'failed', message: problem };
        // A whole new page, so that nothing of the time before signing in is kept.
        window.location.assign(nextPath);
        return { status: 'done' };
      }}
    >
      {() => (
        <>
          <Field name="email" label="E-mail address">
            {(control) => <Input {...control} type="email" autoComplete="username" autoFocus />}
          </Field>
          <Field name="password" label="Password">
            {(control) => <Input {...control} type="password" autoComplete="current-password" />}
          </Field>
          <SubmitButton className="w-full">Sign in</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
