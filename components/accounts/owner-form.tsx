'use client';

import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Props = {
  action: FormAction;
  accountId: string;
  ownerId: string | null;
  members: { id: string; name: string }[];
};

/** Says who looks after an account. */
export function OwnerForm({ action, accountId, ownerId, members }: Props) {
  return (
    <ActionForm action={action} className="space-y-3">
      {({ fields }) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <div className="flex flex-wrap items-start gap-2">
            <div className="min-w-0 max-w-full">
              <Field
                name="ownerId"
                label={<span className="sr-only">Looked after by</span>}
                error={fields?.ownerId}
              >
                {(control) => (
                  <Select {...control} defaultValue={ownerId ?? ''}>
                    <option value="">Nobody yet</option>
                    {ownerId && !members.some(({ id }) => id === ownerId) && (
                      <option value={ownerId}>Somebody who left</option>
                    )}
                    {members.map(({ id, name }) => (
                      <option key={id} value={id}>
                        {name}
                      </option>
                    ))}
                  </Select>
                )}
              </Field>
            </div>
            <SubmitButton variant="secondary" className="mt-1.5">
              Save
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
