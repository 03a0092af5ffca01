import NextLink from 'next/link';
import type { ComponentProps } from 'react';
import { type ButtonSize, type ButtonVariant, buttonStyle } from './control-style';
import { cx } from './cx';

type Look = { variant?: ButtonVariant; size?: ButtonSize };

/** A plain button. In a form that saves something use SubmitButton, which shows that it is working. */
export function Button({ variant, size, className, ...rest }: ComponentProps<'button'> & Look) {
  return <button type="button" className={cx(buttonStyle(variant, size), className)} {...rest} />;
}

/** A link that looks like a button: it goes somewhere, it changes nothing. */
export function ButtonLink({ variant, size, className, ...rest }: ComponentProps<typeof NextLink> & Look) {
  return <NextLink className={cx(buttonStyle(variant, size), className)} {...rest} />;
}
