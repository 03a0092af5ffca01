import type { ReactNode } from 'react';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type Props = {
  name: string;
  label: string;
  hint?: ReactNode;
  value: string;
  fields: Record<string, string> | undefined;
  disabled: boolean;
  type?: 'text' | 'url' | 'email';
};

/** One line of a tracker's settings. */
export function TextField({ name, label, hint, value, fields, disabled, type = 'text' }: Props) {
  return (
    <Field name={name} label={label} hint={hint} error={fields?.[name] ?? null}>
      {(control) => (
        <Input {...control} type={type} autoComplete="off" defaultValue={value} disabled={disabled} />
      )}
    </Field>
  );
}
