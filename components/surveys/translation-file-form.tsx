'use client';

import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { FileInput } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Props = { surveyId: string; language: string; exportHref: string; action: FormAction };

/** A translation out to translators, and back. */
export function TranslationFileForm({ surveyId, language, exportHref, action }: Props) {
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap gap-2">
        {(['csv', 'xliff'] as const).map((format) => (
          <ButtonLink
            key={format}
            size="small"
            href={`${exportHref}?language=${language}&format=${format}`}
            prefetch={false}
            download
          >
            Download {format.toUpperCase()}
          </ButtonLink>
        ))}
      </div>
      <ActionForm action={action}>
        {(state) => (
          <>
            <input type="hidden" name="surveyId" value={surveyId} />
            <input type="hidden" name="language" value={language} />
            <Field
              name="file"
              label="Translated file"
              hint="CSV as downloaded, or XLIFF 1.2 or 2.0. It takes the place of this language’s words, whole or not at all."
              error={state.fields?.file ?? null}
            >
              {(control) => (
                <FileInput {...control} accept=".csv,.xlf,.xliff,text/csv,application/xliff+xml" />
              )}
            </Field>
            <SubmitButton variant="secondary">Take it into the draft</SubmitButton>
          </>
        )}
      </ActionForm>
    </div>
  );
}
