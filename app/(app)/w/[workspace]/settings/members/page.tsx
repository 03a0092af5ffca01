import type { Metadata } from 'next';
import { Card } from '@/components/ui/card';
import { Section } from '@/components/ui/section';
import { InvitationTable } from '@/components/workspaces/invitation-table';
import { InviteForm } from '@/components/workspaces/invite-form';
import { MemberTable } from '@/components/workspaces/member-table';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { RoleGuide } from '@/components/workspaces/role-guide';
import { roleNames, rolesGrantableBy } from '@/lib/auth/permissions';
import { formatCount } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findInvitations, findMembers } from '@/lib/workspaces/queries';
import { changeRole, inviteMember, removeMember, withdrawInvitation } from './actions';

export const metadata: Metadata = { title: 'Members' };

export default definePage({
  permission: 'workspace.read',
  async render({ scope, role, memberId, workspace: { slug } }) {
    const [members, invitations] = await Promise.all([findMembers(scope), findInvitations(scope)]);
    const grantableRoles = rolesGrantableBy(role);
    const mayManage = grantableRoles.length > 0;
    return (
      <>
        <Section
          title="Members"
          description={`${formatCount(members.length, 'person', 'people')}. A changed role ends that person's sessions.`}
        >
          <ReadOnlyNote role={role} permission="members.manage" />
          <MemberTable
            members={members}
            ownMemberId={memberId}
            grantableRoles={grantableRoles}
            changeRole={changeRole.bind(null, slug)}
            removeMember={removeMember.bind(null, slug)}
          />
        </Section>
        {mayManage && (
          <Section
            title="Invite someone"
            description="You get a link to send. No e-mail leaves this installation."
          >
            <Card className="max-w-2xl">
              <InviteForm
                action={inviteMember.bind(null, slug)}
                roles={grantableRoles.map((granted) => ({ role: granted, name: roleNames[granted] }))}
              />
            </Card>
          </Section>
        )}
        {invitations.length > 0 && (
          <Section title="Open invitations">
            <InvitationTable
              invitations={invitations}
              withdraw={mayManage ? withdrawInvitation.bind(null, slug) : undefined}
            />
          </Section>
        )}
        <Section title="What the roles may do" description="Everybody reads everything in the workspace.">
          <Card>
            <RoleGuide />
          </Card>
        </Section>
      </>
    );
  },
});
