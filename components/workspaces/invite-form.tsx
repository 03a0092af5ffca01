'use client';

import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Role } from '@/lib/auth/permissions';
import { ActionForm, type FormAction } from './action-form';
import { OneTimeLink } from './one-time-link';

type Props = {
  action: FormAction<{ path: string; email: string }>;
  roles: { role: Role; name: string }[];
};

/** Invites someone and shows the link, this once. */
export function InviteForm({ action, roles }: Props) {
  return (
    <ActionForm<{ path: string; email: string }> action={action} clears>
      {({ fields, data }) => (
        <>
          <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_14rem]">
            <Field name="email" label="E-mail address" error={fields?.email}>
              {(control) => <Input {...control} type="email" autoComplete="off" />}
            </Field>
            <Field name="role" label="Role" error={fields?.role}>
              {(control) => (
                <Select {...control} defaultValue="viewer">
                  {roles.map(({ role, name }) => (
                    <option key={role} value={role}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
          </div>
          <SubmitButton>Make a link</SubmitButton>
          {data && <OneTimeLink key={data.path} path={data.path} email={data.email} />}
        </>
      )}
    </ActionForm>
  );
}
