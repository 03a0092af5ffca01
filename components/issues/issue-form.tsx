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
  /** Null where nobody said. */
  effortDays: number | null;
  /** Its own title, for one made by hand; null for one that is called as its theme. */
  title: string | null;
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
          {values.title !== null && (
            <Field name="title" label="Title" error={fields?.title}>
              {(control) => (
                <Input {...control} defaultValue={values.title ?? ''} maxLength={200} disabled={disabled} />
              )}
            </Field>
          )}
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
                  {values.ownerId && !members.some(({ id }) => id === values.ownerId) && (
                    <option value={values.ownerId}>Somebody who left</option>
                  )}
                  {members.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field
              name="effortDays"
              label="Effort, in days"
              required={false}
              hint="Working days of one person, as the team thinks."
              error={fields?.effortDays}
            >
              {(control) => (
                <Input
                  {...control}
                  type="number"
                  inputMode="decimal"
                  min={0}
                  step="any"
                  defaultValue={values.effortDays ?? ''}
                  disabled={disabled}
                />
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
