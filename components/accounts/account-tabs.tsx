import { Tabs } from '@/components/ui/tabs';

/** The views of all accounts. */
export function AccountTabs({
  workspaceSlug,
  active,
}: {
  workspaceSlug: string;
  active: 'list' | 'health' | 'cohorts';
}) {
  const home = `/w/${workspaceSlug}/accounts`;
  return (
    <Tabs
      label="Accounts"
      tabs={[
        { label: 'All', href: home, active: active === 'list' },
        { label: 'Health', href: `${home}/health`, active: active === 'health' },
        { label: 'Cohorts', href: `${home}/cohorts`, active: active === 'cohorts' },
      ]}
    />
  );
}
