import { CircleAlert } from 'lucide-react';
import { type ReactNode, useId } from 'react';

/** What a control must carry to belong to its label, hint and error. */
export type FieldControl = {
  id: string;
  name: string;
  required?: boolean;
  'aria-describedby'?: string;
  'aria-invalid'?: true;
};

type Props = {
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string | null;
  required?: boolean;
  /** Only read out: where the choices themselves say what is asked. */
  hidesLabel?: boolean;
  /** Draws the control, e.g. `(control) => <Input {...control} type="email" />`. */
  children: (control: FieldControl) => ReactNode;
};

/** One question of a form: label above, control, then hint and error, tied together for screen readers. */
export function Field({ name, label, hint, error, required, hidesLabel, children }: Props) {
  const id = useId();
  const hintId = `${id}hint`;
  const errorId = `${id}error`;
  const described = [hint && hintId, error && errorId].filter(Boolean).join(' ');
  return (
    <div className={hidesLabel ? undefined : 'space-y-1.5'}>
      <label htmlFor={id} className={hidesLabel ? 'sr-only' : 'block text-base font-medium text-ink'}>
        {label}
        {required === false && <span className="ml-1.5 font-normal text-ink-mute">optional</span>}
      </label>
      {children({
        id,
        name,
        ...(required && { required }),
        ...(described && { 'aria-describedby': described }),
        ...(error && { 'aria-invalid': true }),
      })}
      {hint && (
        <p id={hintId} className="text-sm text-ink-mute">
          {hint}
        </p>
      )}
      {error && <FieldError id={errorId}>{error}</FieldError>}
    </div>
  );
}

/** Why an answer was not taken, and what would be. */
export function FieldError({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p id={id} className="flex items-start gap-1.5 text-sm font-medium text-negative">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{children}</span>
    </p>
  );
}
