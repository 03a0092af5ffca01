'use client';

import { Field } from '@/components/ui/field';
import { FileInput } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

/** Makes a survey from a file that another one was exported to. */
export function SurveyFileForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action}>
      {(state) => (
        <div className="flex flex-wrap items-end gap-3 text-left">
          <Field
            name="file"
            label="From a file"
            hint="JSON, as Export of a survey made it."
            error={state.fields?.file ?? null}
          >
            {(control) => <FileInput {...control} accept=".json,application/json" />}
          </Field>
          <SubmitButton variant="secondary">Make it from the file</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
