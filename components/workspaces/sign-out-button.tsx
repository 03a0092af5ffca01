'use client';

import { LogOut } from 'lucide-react';
import { signOut } from 'next-auth/react';
import { MenuButton } from '@/components/ui/menu';

/** Ends this session and goes to the sign-in. */
export function SignOutButton() {
  return (
    <MenuButton
      icon={LogOut}
      onClick={async () => {
        await signOut({ redirect: false });
        window.location.assign('/sign-in');
      }}
    >
      Sign out
    </MenuButton>
  );
}
