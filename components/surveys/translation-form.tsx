'use client';

import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { directionOf } from '@/lib/surveys/direction';
import type { Piece } from '@/lib/surveys/localise';

type Props = {
  surveyId: string;
  language: string;
  pieces: Piece[];
  words: Record<string, string>;
  action: FormAction;
};

/** Every piece of a survey with room for its translation. */
export function TranslationForm({ surveyId, language, pieces, words, action }: Props) {
  return (
    <ActionForm action={action}>
      {(state) => (
        <>
          <input type="hidden" name="surveyId" value={surveyId} />
          <input type="hidden" name="language" value={language} />
          {pieces.map(({ place, text }) => (
            <Field key={place} name={place} label={text} hint={place} error={state.fields?.[place] ?? null}>
              {(control) => (
                <Textarea
                  {...control}
                  rows={text.length > 60 ? 3 : 1}
                  lang={language}
                  dir={directionOf(language)}
                  maxLength={1000}
                  defaultValue={words[place] ?? ''}
                />
              )}
            </Field>
          ))}
          <div className="flex flex-wrap gap-2">
            <SubmitButton>Save draft</SubmitButton>
            <SubmitButton name="remove" value="1" variant="secondary">
              Take this language out
            </SubmitButton>
          </div>
        </>
      )}
    </ActionForm>
  );
}
