import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cx } from './cx';

type Props = Omit<ComponentProps<'button'>, 'children'> & { label: string; icon: LucideIcon };

/** A button that is only an icon; its label is for screen readers and for the pointer that rests on it. */
export function IconButton({ label, icon: Icon, className, ...rest }: Props) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      className={cx(
        'inline-flex size-8 shrink-0 items-center justify-center rounded text-ink-mute transition-colors hover:bg-hover hover:text-ink disabled:opacity-50 coarse:size-11',
        className,
      )}
      {...rest}
    >
      <Icon aria-hidden className="size-4" />
    </button>
  );
}
