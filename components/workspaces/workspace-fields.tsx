import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';

export type CurrencyOption = { code: string; name: string };

type Props = {
  currencies: CurrencyOption[];
  name?: string;
  currency: string;
  fields: Record<string, string> | undefined;
  disabled?: boolean;
};

/** What one says about a workspace: its name and the currency it counts in. */
export function WorkspaceFields({ currencies, name, currency, fields, disabled }: Props) {
  return (
    <>
      <Field
        name="workspaceName"
        label="Workspace"
        hint="Usually your company or product."
        error={fields?.workspaceName}
      >
        {(control) => <Input {...control} defaultValue={name} maxLength={80} disabled={disabled} />}
      </Field>
      <Field
        name="currency"
        label="Currency"
        hint="What revenue is counted in. Amounts in other currencies are converted where a rate is set."
        error={fields?.currency}
      >
        {(control) => (
          <Select {...control} defaultValue={currency} disabled={disabled}>
            {currencies.map(({ code, name }) => (
              <option key={code} value={code}>
                {code} – {name}
              </option>
            ))}
          </Select>
        )}
      </Field>
    </>
  );
}
