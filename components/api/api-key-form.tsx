'use client';

import { useId } from 'react';
import { CopyText } from '@/components/surveys/copy-text';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, FieldError } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { RadioGroup } from '@/components/ui/radio-group';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { apiScopes, apiScopeWords } from '@/lib/auth/api-scopes';

type Props = { action: FormAction<{ key: string; name: string }> };

/** Makes a key and shows it, this once. */
export function ApiKeyForm({ action }: Props) {
  const id = useId();
  return (
    <ActionForm<{ key: string; name: string }> action={action} clears>
      {({ fields, data }) => (
        <>
          {data && (
            <div className="space-y-2 rounded border border-line bg-sunken p-4">
              <p>Copy it now: it is shown only this once.</p>
              <CopyText key={data.key} label={`Key “${data.name}”`} text={data.key} />
            </div>
          )}
          <Field name="name" label="Name" hint="Of the system that will use it." error={fields?.name}>
            {(control) => <Input {...control} autoComplete="off" />}
          </Field>
          <RadioGroup
            name="kind"
            legend="Kind"
            defaultValue="secret"
            error={fields?.kind}
            options={[
              { value: 'secret', label: 'Secret key', hint: 'For a server. It may do what is ticked below.' },
              {
                value: 'public',
                label: 'Public write key',
                hint: 'For pages and apps, where everybody can read it. It adds usage events and fills in what is not known of people and accounts. It reads nothing, changes nothing, and never sets revenue or churn. What is ticked below does not count.',
              },
            ]}
          />
          <fieldset className="space-y-2" aria-describedby={fields?.scopes ? `${id}scopes` : undefined}>
            <legend className="mb-1.5 font-medium">What a secret key may do</legend>
            <div className="grid gap-x-6 gap-y-2 sm:grid-cols-2">
              {apiScopes.map((scope) => (
                <Checkbox
                  key={scope}
                  name="scopes"
                  value={scope}
                  label={<span className="font-mono text-sm">{scope}</span>}
                  hint={`May ${apiScopeWords[scope]}.`}
                />
              ))}
            </div>
            {fields?.scopes && <FieldError id={`${id}scopes`}>{fields.scopes}</FieldError>}
          </fieldset>
          <SubmitButton>Make a key</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
