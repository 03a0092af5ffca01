import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { AuthShell } from '@/components/shell/auth-shell';
import { InvitationForm } from '@/components/workspaces/invitation-form';
import { findOpenInvitation } from '@/lib/auth/invitation';
import { roleNames } from '@/lib/auth/permissions';
import { defineOpenPage } from '@/lib/http/define-open-page';
import { hasAccount } from '@/lib/workspaces/accept-invitation';
import { joinWorkspace } from '../../actions';

export const metadata: Metadata = { title: 'Invitation', referrer: 'no-referrer' };

export default defineOpenPage({
  params: z.object({ token: z.string().max(100) }),
  async render(user, { params: { token } }) {
    const invitation = await findOpenInvitation(token);
    if (!invitation) notFound();
    const { email, role, workspaceName } = invitation;
    const known = (await hasAccount(email)) ? 'password' : 'account';
    return (
      <AuthShell
        title={`Join ${workspaceName}`}
        description={`You are invited as ${roleNames[role]}, under the address ${email}.`}
      >
        <InvitationForm
          action={joinWorkspace}
          token={token}
          email={email}
          asks={user?.email === email ? 'nothing' : known}
        />
      </AuthShell>
    );
  },
});
