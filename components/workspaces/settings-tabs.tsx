'use client';

import { usePathname } from 'next/navigation';
import { Tabs } from '@/components/ui/tabs';

/** The parts of the settings, with the one we are in marked. */
export function SettingsTabs({ tabs }: { tabs: { label: string; href: string }[] }) {
  const path = usePathname();
  return <Tabs label="Settings" tabs={tabs.map((tab) => ({ ...tab, active: tab.href === path }))} />;
}
