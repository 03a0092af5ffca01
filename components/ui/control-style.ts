import { cx } from './cx';

export type ButtonVariant = 'primary' | 'secondary' | 'quiet' | 'danger';
export type ButtonSize = 'small' | 'medium';

const VARIANTS: Record<ButtonVariant, string> = {
  primary: 'border-transparent bg-accent text-on-accent shadow-card hover:bg-accent-strong',
  secondary: 'border-line-strong/60 bg-surface text-ink shadow-card hover:bg-hover',
  quiet: 'border-transparent text-ink-soft hover:bg-hover hover:text-ink',
  danger: 'border-transparent bg-negative text-on-accent shadow-card hover:bg-negative/90',
};

const SIZES: Record<ButtonSize, string> = {
  small: 'h-7 gap-1.5 px-2.5 text-sm coarse:h-9',
  medium: 'h-9 gap-2 px-3.5 text-base coarse:h-11',
};

/** The look of a button, for buttons, links that act like one and the summary of a menu. */
export function buttonStyle(variant: ButtonVariant = 'secondary', size: ButtonSize = 'medium'): string {
  return cx(
    'inline-flex shrink-0 cursor-pointer select-none items-center justify-center whitespace-nowrap rounded border font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-50 aria-disabled:cursor-progress [&_svg]:size-4 [&_svg]:shrink-0',
    VARIANTS[variant],
    SIZES[size],
  );
}

/** The look of a field one writes into. 16 px on a phone, or Safari zooms the page. */
export const CONTROL_STYLE =
  'block w-full rounded border border-line-strong/80 bg-surface px-3 text-lg text-ink shadow-card transition-colors placeholder:text-ink-mute hover:border-line-strong focus-visible:border-accent focus-visible:outline-offset-0 disabled:cursor-not-allowed disabled:bg-sunken disabled:text-ink-mute aria-[invalid=true]:border-negative sm:text-base';
