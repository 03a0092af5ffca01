'use server';

import { refresh } from 'next/cache';
import { defineAction } from '@/lib/http/define-action';
import { changeRole as change } from '@/lib/workspaces/change-role';
import { inviteMember as invite } from '@/lib/workspaces/invite-member';
import { removeMember as remove } from '@/lib/workspaces/remove-member';
import {
  invitationIdSchema,
  invitationSchema,
  memberSchema,
  roleChangeSchema,
} from '@/lib/workspaces/schema';
import { withdrawInvitation as withdraw } from '@/lib/workspaces/withdraw-invitation';

export const inviteMember = defineAction({
  permission: 'members.manage',
  input: invitationSchema,
  async run({ scope }, input) {
    const token = await invite(scope, input);
    refresh();
    return { data: { path: `/invitation/${token}`, email: input.email } };
  },
});

export const withdrawInvitation = defineAction({
  permission: 'members.manage',
  input: invitationIdSchema,
  async run({ scope }, { invitationId }) {
    await withdraw(scope, invitationId);
    refresh();
    return {};
  },
});

export const changeRole = defineAction({
  permission: 'members.manage',
  input: roleChangeSchema,
  async run({ scope }, { memberId, role }) {
    await change(scope, memberId, role);
    refresh();
    return { message: 'Changed. They sign in again to go on.' };
  },
});

export const removeMember = defineAction({
  permission: 'members.manage',
  input: memberSchema,
  async run({ scope }, { memberId }) {
    await remove(scope, memberId);
    refresh();
    return {};
  },
});
