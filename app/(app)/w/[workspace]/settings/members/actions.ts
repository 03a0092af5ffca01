'use server';

import { refresh } from 'next/cache';
import { defineAction } from '@/lib/http/define-action';
import { changeRole } from '@/lib/workspaces/change-role';
import { inviteMember } from '@/lib/workspaces/invite-member';
import { removeMember } from '@/lib/workspaces/remove-member';
import {
  invitationIdSchema,
  invitationSchema,
  memberSchema,
  roleChangeSchema,
} from '@/lib/workspaces/schema';
import { withdrawInvitation } from '@/lib/workspaces/withdraw-invitation';

export const makeInvitation = defineAction({
  permission: 'members.manage',
  input: invitationSchema,
  async run({ scope }, input) {
    const token = await inviteMember(scope, input);
    refresh();
    return { data: { path: `/invitation/${token}`, email: input.email } };
  },
});

export const endInvitation = defineAction({
  permission: 'members.manage',
  input: invitationIdSchema,
  async run({ scope }, { invitationId }) {
    await withdrawInvitation(scope, invitationId);
    refresh();
    return {};
  },
});

export const giveRole = defineAction({
  permission: 'members.manage',
  input: roleChangeSchema,
  async run({ scope }, { memberId, role }) {
    await changeRole(scope, memberId, role);
    refresh();
    return { message: 'Changed. They sign in again to go on.' };
  },
});

export const takeOut = defineAction({
  permission: 'members.manage',
  input: memberSchema,
  async run({ scope }, { memberId }) {
    await removeMember(scope, memberId);
    refresh();
    return {};
  },
});
