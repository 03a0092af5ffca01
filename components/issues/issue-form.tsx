'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input, Select, Textarea } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { type IssueStatus, issueStatuses, statusWords } from '@/lib/issues/schema';

type Props = {
  action: FormAction;
  issueId: string;
  status: IssueStatus;
  ownerId: string | null;
  notes: string;
  /** ISO day, empty where it has not shipped. */
  shippedOn: string;
  members: { id: string; name: string }[];
  disabled: boolean;
};

/** What people decide about an issue: its status, who owns it, what they want to remember. */
export function IssueForm({ action, issueId, members, disabled, ...values }: Props) {
  const [status, setStatus] = useState(values.status);
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <input type="hidden" name="issueId" value={issueId} />
          <div className="grid gap-5 sm:grid-cols-3">
            <Field name="status" label="Status" error={fields?.status}>
              {(control) => (
                <Select
                  {...control}
                  value={status}
                  disabled={disabled}
                  onChange={(event) => setStatus(event.target.value as IssueStatus)}
                >
                  {issueStatuses.map((each) => (
                    <option key={each} value={each}>
                      {statusWords[each]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field name="ownerId" label="Owner" error={fields?.ownerId}>
              {(control) => (
                <Select {...control} defaultValue={values.ownerId ?? ''} disabled={disabled}>
                  <option value="">Nobody yet</option>
                  {members.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <div hidden={status !== 'shipped'}>
              <Field name="shippedAt" label="Shipped on" error={fields?.shippedAt}>
                {(control) => (
                  <Input {...control} type="date" defaultValue={values.shippedOn} disabled={disabled} />
                )}
              </Field>
            </div>
          </div>
          <Field name="notes" label="Notes" required={false} error={fields?.notes}>
            {(control) => (
              <Textarea {...control} defaultValue={values.notes} disabled={disabled} maxLength={5000} />
            )}
          </Field>
          {!disabled && <SubmitButton>Save</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
