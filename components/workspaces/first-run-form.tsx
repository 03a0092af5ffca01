'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';
import { signInWith, textOf } from './sign-in-with';
import { type CurrencyOption, WorkspaceFields } from './workspace-fields';

type Props = { action: FormAction<{ slug: string }>; currencies: CurrencyOption[] };

/** The first run: who owns this installation, and what the first workspace is called. */
export function FirstRunForm({ action, currencies }: Props) {
  return (
    <ActionForm<{ slug: string }>
      action={async (previous, form) => {
        const state = await action(previous, form);
        if (state.status !== 'done') return state;
        const problem = await signInWith(textOf(form, 'email'), textOf(form, 'password'));
        window.location.assign(problem ? '/sign-in' : `/w/${state.data?.slug}`);
        return state;
      }}
    >
      {({ fields }) => (
        <>
          <Field name="name" label="Your name" error={fields?.name}>
            {(control) => <Input {...control} autoComplete="name" maxLength={100} />}
          </Field>
          <Field name="email" label="E-mail address" hint="You sign in with it." error={fields?.email}>
            {(control) => <Input {...control} type="email" autoComplete="username" />}
          </Field>
          <Field
            name="password"
            label="Password"
            hint="At least 12 characters. Several words work well."
            error={fields?.password}
          >
            {(control) => <Input {...control} type="password" autoComplete="new-password" />}
          </Field>
          <WorkspaceFields currencies={currencies} currency="USD" fields={fields} />
          <SubmitButton className="w-full">Create workspace</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
