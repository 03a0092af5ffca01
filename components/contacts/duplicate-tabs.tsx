import { Tabs } from '@/components/ui/tabs';

/** What may be there twice. */
export function DuplicateTabs({
  workspaceSlug,
  active,
}: {
  workspaceSlug: string;
  active: 'people' | 'companies';
}) {
  const home = `/w/${workspaceSlug}`;
  return (
    <Tabs
      label="Possible duplicates"
      tabs={[
        { label: 'People', href: `${home}/contacts/duplicates`, active: active === 'people' },
        { label: 'Companies', href: `${home}/accounts/duplicates`, active: active === 'companies' },
      ]}
    />
  );
}
