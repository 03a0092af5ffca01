import { type ReactNode, useId } from 'react';
import { FieldError } from './field';

export type RadioOption = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type Props = {
  name: string;
  legend: ReactNode;
  options: RadioOption[];
  defaultValue?: string;
  required?: boolean;
  error?: string | null;
};

/** A choice of one, with every option in sight. */
export function RadioGroup({ name, legend, options, defaultValue, required, error }: Props) {
  const id = useId();
  return (
    <fieldset className="space-y-1.5" aria-describedby={error ? `${id}error` : undefined}>
      <legend className="text-base font-medium">{legend}</legend>
      <div className="divide-y divide-line overflow-hidden rounded border border-line bg-surface">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex cursor-pointer gap-2.5 px-3 py-2.5 transition-colors hover:bg-hover has-[:disabled]:cursor-not-allowed has-[:checked]:bg-accent-soft has-[:disabled]:text-ink-mute"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              defaultChecked={option.value === defaultValue}
              required={required}
              disabled={option.disabled}
              className="mt-1 size-4 shrink-0 accent-accent"
            />
            <span>
              <span className="block font-medium">{option.label}</span>
              {option.hint && <span className="block text-sm text-ink-soft">{option.hint}</span>}
            </span>
          </label>
        ))}
      </div>
      {error && <FieldError id={`${id}error`}>{error}</FieldError>}
    </fieldset>
  );
}
