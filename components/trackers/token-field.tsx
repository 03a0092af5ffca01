import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';

type Props = {
  /** The token itself never comes to the browser. */
  hasToken: boolean;
  fields: Record<string, string> | undefined;
  disabled: boolean;
};

/** The token of a tracker: entered once, never shown again. */
export function TokenField({ hasToken, fields, disabled }: Props) {
  return (
    <>
      <Field
        name="token"
        label={hasToken ? 'Token (one is stored)' : 'Token (none is stored)'}
        hint="Stored encrypted and never shown again. Leave empty to keep things as they are. Another server in the address forgets it."
        error={fields?.token ?? null}
      >
        {(control) => <Input {...control} type="password" autoComplete="off" disabled={disabled} />}
      </Field>
      {hasToken && !disabled && <Checkbox name="forgetsToken" label="Remove the stored token" />}
    </>
  );
}
