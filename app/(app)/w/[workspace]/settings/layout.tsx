import type { ReactNode } from 'react';
import { PageHeader } from '@/components/ui/page-header';
import { SettingsTabs } from '@/components/workspaces/settings-tabs';
import { can } from '@/lib/auth/permissions';
import { requireMembership } from '@/lib/http/define-page';

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

export default async function SettingsLayout({ children, params }: Props) {
  const { role, workspace } = await requireMembership((await params).workspace);
  const settings = `/w/${workspace.slug}/settings`;
  const tabs = [
    { label: 'General', href: settings },
    { label: 'Members', href: `${settings}/members` },
    { label: 'Personal data', href: `${settings}/personal-data` },
    { label: 'Language model', href: `${settings}/language-model` },
    { label: 'Sources', href: `${settings}/sources` },
    { label: 'Webhooks', href: `${settings}/webhooks` },
    { label: 'Trackers', href: `${settings}/trackers` },
    { label: 'Text engine', href: `${settings}/text-engine` },
    { label: 'API keys', href: `${settings}/api-keys` },
    ...(can(role, 'audit.read') ? [{ label: 'Audit log', href: `${settings}/audit` }] : []),
    { label: 'Profile', href: `${settings}/profile` },
  ];
  return (
    <>
      <PageHeader title="Settings" />
      <SettingsTabs tabs={tabs} />
      {children}
    </>
  );
}
