import NextLink from 'next/link';
import type { ReactNode } from 'react';
import { Logo } from './logo';
import { NavDrawer } from './nav-drawer';
import { type NavGroup, NavLinks } from './nav-links';
import { SkipLink } from './skip-link';

type Props = {
  /** The workspace and the address of its first screen. */
  workspaceName: string;
  homeHref: string;
  groups: NavGroup[];
  /** At the foot of the navigation: who is signed in, and the way out. */
  userMenu?: ReactNode;
  /** Above every screen, e.g. that this is sample data. */
  banner?: ReactNode;
  children: ReactNode;
};

/** The frame of every screen of a workspace: a sidebar on a desk, a bar with a drawer on a phone. */
export function AppShell({ workspaceName, homeHref, groups, userMenu, banner, children }: Props) {
  const brand = (
    <NextLink href={homeHref} className="flex min-w-0 items-center gap-2.5 rounded py-1 pr-2">
      <Logo className="size-7 shrink-0" />
      <span className="min-w-0">
        <span className="block truncate font-semibold leading-tight">{workspaceName}</span>
        <span className="block text-xs leading-tight text-ink-mute">Verbatim</span>
      </span>
    </NextLink>
  );
  return (
    <div className="min-h-dvh lg:grid lg:grid-cols-[15rem_minmax(0,1fr)] print:!block">
      <SkipLink />
      <header className="sticky top-0 z-20 flex print:!hidden h-14 items-center gap-2 border-b border-line bg-canvas/95 px-4 backdrop-blur lg:hidden">
        <NavDrawer>
          <Sidebar brand={brand} groups={groups} userMenu={userMenu} />
        </NavDrawer>
        {brand}
      </header>
      <header className="sticky top-0 hidden h-dvh print:!hidden flex-col gap-6 overflow-y-auto border-r border-line bg-canvas p-4 lg:flex">
        <Sidebar brand={brand} groups={groups} userMenu={userMenu} />
      </header>
      <div className="min-w-0">
        {banner}
        <main
          id="main"
          tabIndex={-1}
          className="mx-auto max-w-page space-y-8 px-4 py-6 outline-none sm:px-8 sm:py-8 print:!px-0 print:!py-2"
        >
          {children}
        </main>
      </div>
    </div>
  );
}

function Sidebar({ brand, groups, userMenu }: { brand: ReactNode } & Pick<Props, 'groups' | 'userMenu'>) {
  return (
    <>
      {brand}
      <nav aria-label="Workspace" className="flex-1">
        <NavLinks groups={groups} />
      </nav>
      {userMenu && <div className="border-t border-line pt-3">{userMenu}</div>}
    </>
  );
}
