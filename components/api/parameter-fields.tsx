import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import type { ExplainedParameter } from '@/lib/api/explain-operations';

type Props = {
  parameters: ExplainedParameter[];
  values: Readonly<Record<string, string>>;
  onChange: (name: string, value: string) => void;
};

/** The parameters of an address, to be filled in. */
export function ParameterFields({ parameters, values, onChange }: Props) {
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      {parameters.map(({ name, isRequired, description, choices }) => (
        <Field
          key={name}
          name={name}
          label={<span className="font-mono text-sm">{name}</span>}
          hint={description}
          required={isRequired}
        >
          {(control) =>
            choices.length > 0 ? (
              <Select
                {...control}
                value={values[name] ?? ''}
                onChange={(event) => onChange(name, event.target.value)}
              >
                <option value="">–</option>
                {choices.map((choice) => (
                  <option key={choice}>{choice}</option>
                ))}
              </Select>
            ) : (
              <Input
                {...control}
                autoComplete="off"
                value={values[name] ?? ''}
                onChange={(event) => onChange(name, event.target.value)}
              />
            )
          }
        </Field>
      ))}
    </div>
  );
}
