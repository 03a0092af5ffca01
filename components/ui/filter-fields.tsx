import { Field } from './field';
import { Input, Select } from './input';

export type ChoiceProps = {
  name: string;
  label: string;
  /** The value that is set now. */
  set: string | undefined;
  options: readonly { value: string; name: string }[];
  /** What no choice is called. */
  none?: string;
};

/** A filter with few values. One that is set but not among the choices stays, or sending the form would drop it. */
export function ChoiceField({ name, label, set, options, none = 'Any' }: ChoiceProps) {
  const isListed = !set || options.some((option) => option.value === set);
  return (
    <Field name={name} label={label}>
      {(control) => (
        <Select key={set} {...control} defaultValue={set ?? ''}>
          <option value="">{none}</option>
          {!isListed && <option value={set}>As set</option>}
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** The first and the last day of a filter. */
export function DayFields({ from, to }: { from?: string | undefined; to?: string | undefined }) {
  return (
    <>
      <DayField name="from" label="From" set={from} />
      <DayField name="to" label="To" set={to} />
    </>
  );
}

function DayField({ name, label, set }: { name: string; label: string; set: string | undefined }) {
  return (
    <Field name={name} label={label}>
      {(control) => <Input key={set} {...control} type="date" defaultValue={set} />}
    </Field>
  );
}

/** Filters that are set elsewhere and stay while the rest of the form changes. */
export function CarriedFields({ fields }: { fields: Record<string, string | number | undefined> }) {
  return Object.entries(fields).map(
    ([name, value]) =>
      value !== undefined && value !== '' && <input key={name} type="hidden" name={name} value={value} />,
  );
}

/** Values that are their own names. */
export function namedAfterThemselves(values: readonly string[]): { value: string; name: string }[] {
  return values.map((value) => ({ value, name: value }));
}
