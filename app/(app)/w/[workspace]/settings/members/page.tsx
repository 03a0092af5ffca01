import type { Metadata } from 'next';
import { z } from 'zod';
import { Card } from '@/components/ui/card';
import { PageSteps } from '@/components/ui/page-steps';
import { Section } from '@/components/ui/section';
import { InvitationTable } from '@/components/workspaces/invitation-table';
import { InviteForm } from '@/components/workspaces/invite-form';
import { MemberTable } from '@/components/workspaces/member-table';
import { ReadOnlyNote } from '@/components/workspaces/read-only-note';
import { RoleGuide } from '@/components/workspaces/role-guide';
import { roleNames, rolesGrantableBy } from '@/lib/auth/permissions';
import { formatCount } from '@/lib/core/format';
import { definePage } from '@/lib/http/define-page';
import { findInvitationPage, findMemberPage } from '@/lib/workspaces/queries';
import { changeRole, inviteMember, removeMember, withdrawInvitation } from './actions';

export const metadata: Metadata = { title: 'Members' };

const PAGE_SIZE = 50;
const pageNumber = z.coerce.number().int().min(1).max(1_000_000).catch(1);

export default definePage({
  permission: 'workspace.read',
  query: z.object({ page: pageNumber, invited: pageNumber }),
  async render({ scope, role, memberId, workspace: { slug } }, { query: { page, invited } }) {
    const [members, invitations] = await Promise.all([
      findMemberPage(scope, { page, pageSize: PAGE_SIZE }),
      findInvitationPage(scope, { page: invited, pageSize: PAGE_SIZE }),
    ]);
    const pageHref = (places: { page: number; invited: number }) =>
      `/w/${slug}/settings/members?page=${places.page}&invited=${places.invited}`;
    const grantableRoles = rolesGrantableBy(role);
    const mayManage = grantableRoles.length > 0;
    return (
      <>
        <Section
          title="Members"
          description={`${formatCount(members.total, 'person', 'people')}. A changed role ends that person's sessions.`}
        >
          <ReadOnlyNote role={role} permission="members.manage" />
          <MemberTable
            members={members.rows}
            ownMemberId={memberId}
            grantableRoles={grantableRoles}
            changeRole={changeRole.bind(null, slug)}
            removeMember={removeMember.bind(null, slug)}
          />
          {members.total > PAGE_SIZE && (
            <PageSteps
              page={page}
              pageSize={PAGE_SIZE}
              shown={members.rows.length}
              total={members.total}
              noun="person"
              plural="people"
              label="Pages of members"
              hrefOf={(target) => pageHref({ page: target, invited })}
            />
          )}
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
        {invitations.total > 0 && (
          <Section title="Open invitations">
            <InvitationTable
              invitations={invitations.rows}
              withdraw={mayManage ? withdrawInvitation.bind(null, slug) : undefined}
            />
            {invitations.total > PAGE_SIZE && (
              <PageSteps
                page={invited}
                pageSize={PAGE_SIZE}
                shown={invitations.rows.length}
                total={invitations.total}
                noun="invitation"
                label="Pages of invitations"
                hrefOf={(target) => pageHref({ page, invited: target })}
              />
            )}
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
