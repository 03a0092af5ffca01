'use client';

import NextLink from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { cx } from '@/components/ui/cx';

export type NavItem = {
  label: string;
  href: string;
  /** Drawn, because a component cannot travel from the server to the browser: `<Inbox aria-hidden />`. */
  icon: ReactNode;
  /** Only the very address counts as here, not those below it: for the first screen. */
  exact?: boolean;
};

export type NavGroup = { label?: string; items: NavItem[] };

/** The ways through a workspace. The one we are on is marked for eyes and for screen readers. */
export function NavLinks({ groups }: { groups: NavGroup[] }) {
  const path = usePathname();
  return (
    <div className="space-y-5">
      {groups.map((group) => (
        <div key={group.label ?? 'main'}>
          {group.label && <p className="mb-1 px-2.5 text-xs font-medium text-ink-mute">{group.label}</p>}
          <ul className="space-y-0.5">
            {group.items.map((item) => (
              <li key={item.href}>
                <NavLink
                  item={item}
                  here={path === item.href || (!item.exact && path.startsWith(`${item.href}/`))}
                />
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function NavLink({ item, here }: { item: NavItem; here: boolean }) {
  return (
    <NextLink
      href={item.href}
      aria-current={here ? 'page' : undefined}
      className={cx(
        'flex h-9 items-center gap-2.5 rounded px-2.5 font-medium transition-colors coarse:h-11 [&_svg]:size-4 [&_svg]:shrink-0',
        here ? 'bg-accent-soft text-accent' : 'text-ink-soft hover:bg-hover hover:text-ink',
      )}
    >
      {item.icon}
      {item.label}
    </NextLink>
  );
}
