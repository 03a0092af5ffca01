'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';

type Props = {
  action: FormAction;
  allowedTerms: readonly string[];
  keepsOriginals: boolean;
  disabled?: boolean;
};

/** What redaction leaves alone, and whether originals are kept. */
export function RedactionForm({ action, allowedTerms, keepsOriginals, disabled }: Props) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <Field
            name="allowedTerms"
            label="Allowed terms"
            hint="One on a line. Never redacted, in any case: products and brands that look like names, a public e-mail address."
            error={Object.entries(fields ?? {}).find(([name]) => name.startsWith('allowedTerms'))?.[1]}
          >
            {(control) => (
              <Textarea
                {...control}
                rows={6}
                autoComplete="off"
                spellCheck={false}
                defaultValue={allowedTerms.join('\n')}
                disabled={disabled}
              />
            )}
          </Field>
          <Checkbox
            name="keepsOriginals"
            label="Keep originals of redacted texts, encrypted"
            hint="Owners and administrators may then show one at a time; the audit log says who did. Off: what is taken out is gone. Turning it off deletes the originals kept so far."
            defaultChecked={keepsOriginals}
            disabled={disabled}
          />
          {!disabled && <SubmitButton>Save</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
