'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';

type Props = {
  action: FormAction;
  isEnabled: boolean;
  baseUrl: string;
  model: string;
  /** The key itself never comes to the browser. */
  hasKey: boolean;
  disabled?: boolean;
};

/** Which language model may be asked, if any. */
export function LanguageModelForm({ action, isEnabled, baseUrl, model, hasKey, disabled }: Props) {
  return (
    <ActionForm action={action} clears>
      {({ fields }) => (
        <>
          <Checkbox
            name="isEnabled"
            label="Summarise themes with a language model"
            hint="Off until you turn it on. Without it the most typical comments stand in place of a summary."
            defaultChecked={isEnabled}
            disabled={disabled}
          />
          <Field
            name="baseUrl"
            label="Address"
            hint="Any server that speaks the OpenAI protocol, up to /v1. Addresses of this machine and its network are allowed: http://127.0.0.1:11434/v1"
            error={fields?.baseUrl}
          >
            {(control) => (
              <Input
                {...control}
                type="url"
                inputMode="url"
                autoComplete="off"
                defaultValue={baseUrl}
                disabled={disabled}
              />
            )}
          </Field>
          <Field name="model" label="Model" hint="Its name as that server knows it." error={fields?.model}>
            {(control) => <Input {...control} autoComplete="off" defaultValue={model} disabled={disabled} />}
          </Field>
          <Field
            name="apiKey"
            label={hasKey ? 'API key (one is stored)' : 'API key (none is stored)'}
            hint="Stored encrypted and never shown again. Leave empty to keep things as they are. Another server in the address forgets it."
            error={fields?.apiKey}
          >
            {(control) => <Input {...control} type="password" autoComplete="off" disabled={disabled} />}
          </Field>
          {hasKey && !disabled && <Checkbox name="forgetsKey" label="Remove the stored key" />}
          {!disabled && <SubmitButton>Save</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
