import { Card } from '@/components/ui/card';
import { Table } from '@/components/ui/table';
import { roleNames } from '@/lib/auth/permissions';
import { formatDate } from '@/lib/core/format';
import type { InvitationRow } from '@/lib/workspaces/queries';
import type { FormAction } from './action-form';
import { WithdrawButton } from './withdraw-button';

type Props = {
  invitations: InvitationRow[];
  /** Absent for those who may only look. */
  withdraw?: FormAction | undefined;
};

/** Invitations that nobody has accepted yet. */
export function InvitationTable({ invitations, withdraw }: Props) {
  return (
    <Card flush>
      <Table
        caption="Invitations nobody has accepted yet"
        hideCaption
        onPhone="cards"
        rows={invitations}
        rowKey={({ id }) => id}
        columns={[
          { key: 'email', header: 'For', cell: ({ email }) => <span className="break-all">{email}</span> },
          { key: 'role', header: 'Role', cell: ({ role }) => roleNames[role] },
          { key: 'expires', header: 'Works until', cell: ({ expiresAt }) => formatDate(expiresAt) },
          ...(withdraw
            ? [
                {
                  key: 'withdraw',
                  header: 'Action',
                  cell: ({ id, email }: InvitationRow) => (
                    <WithdrawButton action={withdraw} invitationId={id} email={email} />
                  ),
                },
              ]
            : []),
        ]}
      />
    </Card>
  );
}
