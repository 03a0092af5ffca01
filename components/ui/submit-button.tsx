'use client';

import { LoaderCircle } from 'lucide-react';
import type { ReactNode } from 'react';
import { useFormStatus } from 'react-dom';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './control-style';
import { cx } from './cx';

type Props = {
  children: ReactNode;
  variant?: ButtonVariant;
  size?: ButtonSize;
  /** Sent with the form, so that one form may have several buttons. */
  name?: string;
  value?: string;
  disabled?: boolean;
  /** Of a dialog that asks nothing but whether. */
  'data-focus-first'?: true;
  className?: string;
};

/**
 * Sends the form around it. While the form is on its way the button keeps its width and its focus, spins, and takes no
 * second click.
 */
export function SubmitButton({ children, variant = 'primary', size, className, ...rest }: Props) {
  const { pending } = useFormStatus();
  return (
    <button
      type="submit"
      aria-disabled={pending || undefined}
      onClick={(event) => pending && event.preventDefault()}
      className={cx(buttonStyle(variant, size), 'relative', className)}
      {...rest}
    >
      <span className={cx('inline-flex items-center gap-2', pending && 'opacity-0')}>{children}</span>
      {pending && (
        <span role="status" className="absolute inset-0 flex items-center justify-center">
          <LoaderCircle aria-hidden className="motion-safe:animate-spin" />
          <span className="sr-only">Working</span>
        </span>
      )}
    </button>
  );
}
