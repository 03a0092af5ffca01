import { type ComponentProps, type ReactNode, useId } from 'react';

type Props = Omit<ComponentProps<'input'>, 'type' | 'id'> & { label: ReactNode; hint?: ReactNode };

/** A yes or no with its label; the whole line takes the click. */
export function Checkbox({ label, hint, ...rest }: Props) {
  const id = useId();
  return (
    <div className="flex gap-2.5">
      <input
        type="checkbox"
        id={id}
        aria-describedby={hint ? `${id}hint` : undefined}
        className="mt-0.5 size-[1.125rem] shrink-0 cursor-pointer accent-accent disabled:cursor-not-allowed coarse:size-6"
        {...rest}
      />
      <div>
        <label htmlFor={id} className="cursor-pointer font-medium coarse:block coarse:py-0.5">
          {label}
        </label>
        {hint && (
          <p id={`${id}hint`} className="text-sm text-ink-mute">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
