'use client';

import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

/** Makes an issue by hand, perhaps out of a statement that is then pinned to it. */
export function NewIssueForm({ action, feedbackId }: { action: FormAction; feedbackId: string | null }) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <Field name="title" label="Title" error={fields?.title ?? null}>
            {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
          </Field>
          <Field name="notes" label="Notes" required={false} error={fields?.notes ?? null}>
            {(control) => <Textarea {...control} maxLength={5000} />}
          </Field>
          <input type="hidden" name="feedbackId" value={feedbackId ?? ''} />
          {feedbackId && <p className="text-ink-mute">The statement you came from is pinned to it.</p>}
          <SubmitButton>Make the issue</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
