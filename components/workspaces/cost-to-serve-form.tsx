'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';

type Props = {
  action: FormAction;
  currency: string;
  minutesPerCase: number | null;
  hourlyCost: number | null;
  disabled: boolean;
};

/** What it costs to answer a case. */
export function CostToServeForm({ action, currency, minutesPerCase, hourlyCost, disabled }: Props) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <Field
            name="minutesPerCase"
            label="Minutes a case takes"
            required={false}
            hint="Of all who work on it, on average."
            error={fields?.minutesPerCase}
          >
            {(control) => (
              <Input
                {...control}
                className="max-w-40"
                inputMode="decimal"
                maxLength={9}
                defaultValue={minutesPerCase ?? ''}
                disabled={disabled}
              />
            )}
          </Field>
          <Field
            name="hourlyCost"
            label={`Cost of an hour, in ${currency}`}
            required={false}
            error={fields?.hourlyCost}
          >
            {(control) => (
              <Input
                {...control}
                className="max-w-40"
                inputMode="decimal"
                maxLength={9}
                defaultValue={hourlyCost ?? ''}
                disabled={disabled}
              />
            )}
          </Field>
          {!disabled && <SubmitButton>Save cost</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
