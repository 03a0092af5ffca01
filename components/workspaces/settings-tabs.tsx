'use client';

import { usePathname } from 'next/navigation';
import { useEffect, useRef } from 'react';
import { Tabs } from '@/components/ui/tabs';

/** The parts of the settings, with the one we are in marked. */
export function SettingsTabs({ tabs }: { tabs: { label: string; href: string }[] }) {
  const path = usePathname();
  // The first tab's address begins that of all others, so the longest that fits is the one we are in.
  const fitting = tabs.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  const active = fitting.reduce((longest, { href }) => (href.length > longest.length ? href : longest), '');
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // On a phone the tabs are wider than the screen: the one we are in is brought into sight.
    const current = row.current?.querySelector(`a[href="${active}"]`);
    current?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [active]);
  return (
    <div ref={row}>
      <Tabs label="Settings" tabs={tabs.map((tab) => ({ ...tab, active: tab.href === active }))} />
    </div>
  );
}
