import { ArrowLeftRight, UserRound } from 'lucide-react';
import { UserMenu } from '@/components/shell/user-menu';
import { MenuDivider, MenuLink } from '@/components/ui/menu';
import type { Theme } from '@/components/ui/theme';
import { ThemeToggle } from '@/components/ui/theme-toggle';
import { SignOutButton } from './sign-out-button';

type Props = {
  name: string;
  role: string;
  /** The address of the workspace's first screen. */
  home: string;
  theme: Theme;
};

/** What belongs to the person who is signed in. */
export function PersonMenu({ name, role, home, theme }: Props) {
  return (
    <UserMenu name={name} detail={role}>
      <MenuLink icon={UserRound} href={`${home}/settings/profile`}>
        Profile
      </MenuLink>
      <MenuLink icon={ArrowLeftRight} href="/workspaces">
        Workspaces
      </MenuLink>
      <div className="flex items-center justify-between gap-2 px-2.5 py-1.5">
        <span className="font-medium">Colours</span>
        <ThemeToggle theme={theme} />
      </div>
      <MenuDivider />
      <SignOutButton />
    </UserMenu>
  );
}
