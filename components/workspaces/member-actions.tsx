'use client';

import { Dialog } from '@/components/ui/dialog';
import { Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import type { Role } from '@/lib/auth/permissions';
import { ActionForm, type FormAction } from './action-form';

type Props = {
  member: { id: string; name: string; role: Role };
  isSelf: boolean;
  roles: { role: Role; name: string }[];
  changeRole: FormAction;
  removeMember: FormAction;
};

/** Changes the role of a member, or removes them. */
export function MemberActions({ member, isSelf, roles, changeRole, removeMember }: Props) {
  const who = isSelf ? 'You' : member.name;
  return (
    <div className="flex flex-wrap items-start gap-2">
      <ActionForm action={changeRole} className="space-y-2">
        {() => (
          <div className="flex items-center gap-2">
            <input type="hidden" name="memberId" value={member.id} />
            <Select
              key={member.role}
              name="role"
              aria-label={`Role of ${member.name}`}
              defaultValue={member.role}
              className="w-44"
            >
              {roles.map(({ role, name }) => (
                <option key={role} value={role}>
                  {name}
                </option>
              ))}
            </Select>
            <SubmitButton variant="secondary">Change</SubmitButton>
          </div>
        )}
      </ActionForm>
      <Dialog
        trigger={
          <span>
            {isSelf ? 'Leave' : 'Remove'}
            <span className="sr-only">{isSelf ? ' this workspace' : ` ${member.name}`}</span>
          </span>
        }
        variant="quiet"
        title={isSelf ? 'Leave this workspace?' : `Remove ${member.name}?`}
        description={`${who} will be signed out and will not see this workspace any more. What ${isSelf ? 'you' : 'they'} did stays, under ${isSelf ? 'your' : 'their'} name. A new invitation brings ${isSelf ? 'you' : 'them'} back.`}
      >
        <ActionForm action={removeMember}>
          {() => (
            <>
              <SubmitButton variant="danger">{isSelf ? 'Leave' : 'Remove'}</SubmitButton>
              <input type="hidden" name="memberId" value={member.id} />
            </>
          )}
        </ActionForm>
      </Dialog>
    </div>
  );
}
