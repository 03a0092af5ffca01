'use client';

import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { templateNames } from '@/lib/surveys/templates';

/** Makes a survey from a template and goes on to its questions. */
export function NewSurveyForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action}>
      {(state) => (
        <div className="flex flex-wrap items-end gap-3 text-left">
          <Field name="name" label="Name" error={state.fields?.name ?? null}>
            {(control) => <Input {...control} maxLength={200} defaultValue="NPS" />}
          </Field>
          <Field name="template" label="Begin with">
            {(control) => (
              <Select {...control} defaultValue="nps">
                {Object.entries(templateNames).map(([key, name]) => (
                  <option key={key} value={key}>
                    {name}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <SubmitButton>Make a survey</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
