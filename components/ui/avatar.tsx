import { cx } from './cx';
import { initialsOf } from './initials';

/** A person or company as two letters. The name stands beside it, so it is silent. */
export function Avatar({ name, size = 'medium' }: { name: string; size?: 'small' | 'medium' }) {
  return (
    <span
      aria-hidden
      className={cx(
        'inline-flex shrink-0 select-none items-center justify-center rounded-full bg-accent-soft font-semibold text-accent',
        size === 'small' ? 'size-6 text-[0.625rem]' : 'size-8 text-xs',
      )}
    >
      {initialsOf(name)}
    </span>
  );
}
