'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

/** Adds an address to an issue. */
export function LinkForm({ action, issueId }: { action: FormAction; issueId: string }) {
  return (
    <ActionForm action={action} clears className="space-y-3">
      {({ fields }) => (
        <>
          <input type="hidden" name="issueId" value={issueId} />
          <div className="grid gap-3 sm:grid-cols-2">
            <Field name="url" label="Address" hint="Begins with https://" error={fields?.url ?? null}>
              {(control) => <Input {...control} type="url" inputMode="url" autoComplete="off" />}
            </Field>
            <Field name="label" label="Called" required={false} error={fields?.label ?? null}>
              {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
            </Field>
          </div>
          <SubmitButton variant="secondary">Add the link</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
