import { Field } from '@/components/ui/field';
import { Input, Select, Textarea } from '@/components/ui/input';
import type { ConnectorField } from '@/lib/ingest/connectors/connector';
import { intervals } from '@/lib/ingest/connectors/connector-schema';

type Props = {
  fields: readonly ConnectorField[];
  /** What is saved, by name; secrets never. */
  values: Record<string, string>;
  errors: Record<string, string> | undefined;
  /** Secrets are stored already: an empty field keeps them. */
  hasSecrets: boolean;
  disabled: boolean;
};

/** The fields that one system needs. */
export function ConnectorFields({ fields, values, errors, hasSecrets, disabled }: Props) {
  return fields.map(({ name, label, hint, type, value, isOptional }) => {
    const isSecret = type.startsWith('secret');
    const shownHint = isSecret && hasSecrets ? 'Stored. Empty keeps it; another server needs it anew.' : hint;
    return (
      <Field
        key={name}
        name={name}
        label={label}
        hint={shownHint}
        error={errors?.[name] ?? null}
        {...(isOptional ? { required: false } : {})}
      >
        {(control) =>
          type === 'secret_lines' ? (
            <Textarea
              {...control}
              rows={4}
              autoComplete="off"
              spellCheck={false}
              className="font-mono text-sm"
              disabled={disabled}
            />
          ) : (
            <Input
              {...control}
              type={isSecret ? 'password' : type}
              autoComplete="off"
              defaultValue={isSecret ? undefined : (values[name] ?? value)}
              disabled={disabled}
            />
          )
        }
      </Field>
    );
  });
}

/** How often a connector reads. */
export function IntervalField({ value, disabled = false }: { value: number; disabled?: boolean }) {
  return (
    <Field name="intervalMinutes" label="Reads every">
      {(control) => (
        <Select {...control} defaultValue={String(value)} disabled={disabled}>
          {Object.entries(intervals).map(([minutes, name]) => (
            <option key={minutes} value={minutes}>
              {name}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
