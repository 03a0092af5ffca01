import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { CONTROL_STYLE } from './control-style';
import { cx } from './cx';

/** A line of text; give it the control of a Field. */
export function Input({ className, ...rest }: ComponentProps<'input'>) {
  return <input type="text" className={cx(CONTROL_STYLE, 'h-9 coarse:h-11', className)} {...rest} />;
}

/** A file to choose; give it the control of a Field. */
export function FileInput(props: Omit<ComponentProps<'input'>, 'type' | 'className'>) {
  return (
    <input
      type="file"
      className="block w-full text-base file:mr-3 file:h-9 file:rounded file:border file:border-line-strong/60 file:bg-surface file:px-3 coarse:file:h-11"
      {...props}
    />
  );
}

/** Several lines of text. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<'textarea'>) {
  return <textarea rows={rows} className={cx(CONTROL_STYLE, 'py-2', className)} {...rest} />;
}

/** A choice of one from a list: the browser's own, so it works everywhere. `className` is for its place and width. */
export function Select({ className, children, ...rest }: ComponentProps<'select'>) {
  return (
    <span className={cx('relative block', className)}>
      <select className={cx(CONTROL_STYLE, 'h-9 appearance-none pr-9 coarse:h-11')} {...rest}>
        {children}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute right-3 top-1/2 size-4 -translate-y-1/2 text-ink-mute"
      />
    </span>
  );
}
