'use client';

import { usePathname } from 'next/navigation';
import { Tabs } from '@/components/ui/tabs';

/** The parts of the settings, with the one we are in marked. */
export function SettingsTabs({ tabs }: { tabs: { label: string; href: string }[] }) {
  const path = usePathname();
  // The first tab's address begins that of all others, so the longest that fits is the one we are in.
  const fitting = tabs.filter(({ href }) => path === href || path.startsWith(`${href}/`));
  const active = fitting.reduce((longest, { href }) => (href.length > longest.length ? href : longest), '');
  return <Tabs label="Settings" tabs={tabs.map((tab) => ({ ...tab, active: tab.href === active }))} />;
}
