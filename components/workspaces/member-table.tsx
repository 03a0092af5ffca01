import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { type Column, Table } from '@/components/ui/table';
import { type Role, roleNames } from '@/lib/auth/permissions';
import { formatDate } from '@/lib/core/format';
import type { MemberRow } from '@/lib/workspaces/queries';
import type { FormAction } from './action-form';
import { MemberActions } from './member-actions';

type Props = {
  members: MemberRow[];
  /** Of whoever looks. */
  ownMemberId: string;
  /** The roles that whoever looks may give and take; none for those who only read. */
  grantableRoles: Role[];
  changeRole: FormAction;
  removeMember: FormAction;
};

/** Who belongs to the workspace, and what may be done about it. */
export function MemberTable({ members, ownMemberId, grantableRoles, changeRole, removeMember }: Props) {
  const columns: Column<MemberRow>[] = [
    {
      key: 'name',
      header: 'Name',
      cell: (member) => (
        <span className="block min-w-0">
          <span className="font-medium">{member.name}</span>{' '}
          {member.id === ownMemberId && <Badge tone="accent">You</Badge>}
          <span className="block break-all text-sm font-normal text-ink-mute">{member.email}</span>
        </span>
      ),
    },
    { key: 'joined', header: 'Since', cell: (member) => formatDate(member.joinedAt) },
    {
      key: 'role',
      header: 'Role',
      cell: (member) =>
        grantableRoles.includes(member.role) ? (
          <MemberActions
            member={{ id: member.id, name: member.name, role: member.role }}
            isSelf={member.id === ownMemberId}
            roles={grantableRoles.map((role) => ({ role, name: roleNames[role] }))}
            changeRole={changeRole}
            removeMember={removeMember}
          />
        ) : (
          roleNames[member.role]
        ),
    },
  ];
  return (
    <Card flush>
      <Table
        caption="Everyone in this workspace"
        hideCaption
        columns={columns}
        rows={members}
        rowKey={({ id }) => id}
        onPhone="cards"
      />
    </Card>
  );
}
