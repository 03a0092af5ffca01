'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';
import { signInWith, textOf } from './sign-in-with';

type Props = {
  action: FormAction<{ slug: string; email: string }>;
  token: string;
  email: string;
  /** What is asked: of someone new a name and a password, of someone known the password, of someone signed in nothing. */
  asks: 'account' | 'password' | 'nothing';
};

/** The answer to an invitation. */
export function InvitationForm({ action, token, email, asks }: Props) {
  return (
    <ActionForm<{ slug: string; email: string }>
      action={async (previous, form) => {
        const state = await action(previous, form);
        if (state.status !== 'done') return state;
        const problem = asks === 'nothing' ? null : await signInWith(email, textOf(form, 'password'));
        window.location.assign(problem ? '/sign-in' : `/w/${state.data?.slug}`);
        return state;
      }}
    >
      {({ fields }) => (
        <>
          {asks === 'account' && (
            <Field name="name" label="Your name" error={fields?.name}>
              {(control) => <Input {...control} autoComplete="name" maxLength={100} />}
            </Field>
          )}
          {asks !== 'nothing' && (
            <Field
              name="password"
              label="Password"
              hint={
                asks === 'account'
                  ? 'Choose one of at least 12 characters. Several words work well.'
                  : 'Of the account you have here.'
              }
              error={fields?.password}
            >
              {(control) => (
                <Input
                  {...control}
                  type="password"
                  autoComplete={asks === 'account' ? 'new-password' : 'current-password'}
                />
              )}
            </Field>
          )}
          <SubmitButton className="w-full">Join</SubmitButton>
          <input type="hidden" name="token" value={token} />
          {/* Seen by password managers, which file the password under it. */}
          <input hidden readOnly name="username" autoComplete="username" value={email} />
        </>
      )}
    </ActionForm>
  );
}
