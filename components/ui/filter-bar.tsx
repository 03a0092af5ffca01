import { Search, SlidersHorizontal, X } from 'lucide-react';
import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { Button } from './button';
import { buttonStyle } from './control-style';
import { cx } from './cx';

export type FilterChip = { name: string; value: string; removeHref: string };

type Props = {
  /** Where the form goes: the screen itself. Filters live in the address. */
  action: string;
  label: string;
  children: ReactNode;
  chips?: FilterChip[];
  clearHref?: string;
  /** What the filters are called where they are folded. */
  folded?: string;
  /** Folded on wide screens as well: filters that few need. */
  isFolded?: boolean;
};

/**
 * Filters over a list: a plain GET form, and what is set as chips that can be taken off. On a phone the form is folded, or it
 * would push the list off the screen. Works without JavaScript.
 */
export function FilterBar({
  action,
  label,
  children,
  chips = [],
  clearHref,
  folded = 'Filters',
  isFolded = false,
}: Props) {
  return (
    <search className="flex flex-col gap-3">
      {/* Beside the form, not around it: a closed disclosure would hide it on wide screens, too. */}
      <details className={cx('peer', !isFolded && 'sm:hidden')}>
        <summary className={buttonStyle()}>
          <SlidersHorizontal aria-hidden />
          {chips.length > 0 ? `${folded} (${chips.length})` : folded}
        </summary>
      </details>
      <form
        action={action}
        aria-label={label}
        className={cx(
          'hidden grid-cols-1 items-end gap-3 peer-open:grid sm:flex-wrap [&>*]:min-w-0 sm:[&>div]:w-44',
          isFolded ? 'sm:peer-open:flex' : 'sm:!flex',
        )}
      >
        {children}
        <Button type="submit">
          <Search aria-hidden />
          Apply
        </Button>
      </form>
      {chips.length > 0 && (
        <ul aria-label="Filters set" className="flex flex-wrap items-center gap-2">
          {chips.map((chip) => (
            <li key={`${chip.name}:${chip.value}`}>
              <NextLink
                href={chip.removeHref}
                aria-label={`Remove filter ${chip.name}: ${chip.value}`}
                className="inline-flex h-7 items-center gap-1.5 rounded-full border border-line bg-surface pl-3 pr-2 text-sm transition-colors hover:border-line-strong hover:bg-hover coarse:h-9"
              >
                <span className="text-ink-mute">{chip.name}</span>
                <span className="max-w-48 truncate font-medium">{chip.value}</span>
                <X aria-hidden className="size-3.5 text-ink-mute" />
              </NextLink>
            </li>
          ))}
          {clearHref && (
            <li>
              <NextLink
                href={clearHref}
                className="inline-flex h-7 items-center rounded px-1 text-sm font-medium text-accent hover:underline coarse:h-9"
              >
                Clear all
              </NextLink>
            </li>
          )}
        </ul>
      )}
    </search>
  );
}
