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
  const amounts = [
    {
      name: 'minutesPerCase',
      label: 'Minutes a case takes',
      hint: 'Of all who work on it, on average.',
      value: minutesPerCase,
    },
    { name: 'hourlyCost', label: `Cost of an hour, in ${currency}`, value: hourlyCost },
  ];
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          {amounts.map(({ name, label, hint, value }) => (
            <Field key={name} name={name} label={label} required={false} hint={hint} error={fields?.[name]}>
              {(control) => (
                <Input
                  {...control}
                  className="max-w-40"
                  inputMode="decimal"
                  maxLength={9}
                  defaultValue={value ?? ''}
                  disabled={disabled}
                />
              )}
            </Field>
          ))}
          {!disabled && <SubmitButton>Save cost</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
