import {
  Bell,
  ClipboardCheck,
  ClipboardList,
  FileInput,
  LayoutDashboard,
  ListOrdered,
  MessagesSquare,
  Settings,
  Tags,
  Users,
} from 'lucide-react';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { AppShell } from '@/components/shell/app-shell';
import { Banner } from '@/components/shell/banner';
import type { NavGroup } from '@/components/shell/nav-links';
import { parseTheme, THEME_COOKIE } from '@/components/ui/theme';
import { PersonMenu } from '@/components/workspaces/person-menu';
import { roleNames } from '@/lib/auth/permissions';
import { requireMembership } from '@/lib/http/define-page';

type Props = { children: ReactNode; params: Promise<{ workspace: string }> };

export default async function WorkspaceLayout({ children, params }: Props) {
  const { user, role, workspace } = await requireMembership((await params).workspace);
  const home = `/w/${workspace.slug}`;
  const theme = parseTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <AppShell
      workspaceName={workspace.name}
      homeHref={home}
      groups={navigation(home)}
      userMenu={<PersonMenu name={user.name} role={roleNames[role]} home={home} theme={theme} />}
      banner={
        workspace.isSample && (
          <Banner>Sample data: made up by Verbatim to show what it does. Nobody in it exists.</Banner>
        )
      }
    >
      {children}
    </AppShell>
  );
}

function navigation(home: string): NavGroup[] {
  return [
    {
      items: [
        { label: 'Overview', href: home, icon: <LayoutDashboard aria-hidden />, exact: true },
        { label: 'Issues', href: `${home}/issues`, icon: <ListOrdered aria-hidden /> },
        { label: 'Alerts', href: `${home}/alerts`, icon: <Bell aria-hidden /> },
        { label: 'Themes', href: `${home}/themes`, icon: <Tags aria-hidden /> },
        { label: 'Feedback', href: `${home}/feedback`, icon: <MessagesSquare aria-hidden /> },
        { label: 'Accounts', href: `${home}/accounts`, icon: <Users aria-hidden /> },
        { label: 'Surveys', href: `${home}/surveys`, icon: <ClipboardList aria-hidden /> },
      ],
    },
    {
      label: 'Workspace',
      items: [
        { label: 'Imports', href: `${home}/imports`, icon: <FileInput aria-hidden /> },
        { label: 'Quality', href: `${home}/quality`, icon: <ClipboardCheck aria-hidden /> },
        { label: 'Settings', href: `${home}/settings`, icon: <Settings aria-hidden /> },
      ],
    },
  ];
}
