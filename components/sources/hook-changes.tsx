'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { MappingFields } from './mapping-fields';

type Props = { action: FormAction; hookId: string };

/** Where in the messages of an unknown system what is. */
export function HookMappingForm({ action, hookId, mapping }: Props & { mapping: Record<string, string> }) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <input type="hidden" name="hookId" value={hookId} />
          <MappingFields fields={fields} mapping={mapping} />
          <SubmitButton>Save</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Another secret, where the sender makes its own. */
export function HookSecretForm({ action, hookId, system }: Props & { system: string }) {
  return (
    <ActionForm action={action} clears>
      {({ fields }) => (
        <>
          <input type="hidden" name="hookId" value={hookId} />
          <Field
            name="secret"
            label="New secret"
            hint={`What ${system} signs with from now on. Kept encrypted.`}
            error={fields?.secret ?? null}
          >
            {(control) => <Input {...control} type="password" autoComplete="off" />}
          </Field>
          <SubmitButton variant="secondary">Replace the secret</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
