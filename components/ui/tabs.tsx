'use client';

import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { cx } from './cx';

export type Tab = { label: ReactNode; href: string; active?: boolean; count?: string };

/** Views of one thing, each with its own address. */
export function Tabs({ label, tabs }: { label: string; tabs: Tab[] }) {
  return (
    <nav ref={showActive} aria-label={label} className="-mx-1 overflow-x-auto px-1 pt-1">
      <ul className="flex min-w-max border-b border-line">
        {tabs.map((tab) => (
          <li key={tab.href}>
            <NextLink
              href={tab.href}
              aria-current={tab.active ? 'page' : undefined}
              className={cx(
                '-mb-px flex h-10 items-center gap-1.5 rounded-t border-b-2 px-2.5 font-medium transition-colors focus-visible:outline-offset-[-2px] coarse:h-11',
                tab.active
                  ? 'border-accent text-ink'
                  : 'border-transparent text-ink-mute hover:border-line-strong hover:text-ink',
              )}
            >
              {tab.label}
              {tab.count && (
                <span className="rounded-full bg-neutral-soft px-1.5 text-xs text-neutral">{tab.count}</span>
              )}
            </NextLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** On a phone not all of them have room: brings the one that is open into view. */
function showActive(tabs: HTMLElement | null) {
  const active = tabs?.querySelector('[aria-current=page]');
  if (tabs && active)
    tabs.scrollLeft += active.getBoundingClientRect().left - tabs.getBoundingClientRect().left - 48;
}
