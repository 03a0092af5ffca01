'use server';

import { defineAction } from '@/lib/http/define-action';
import { changePassword } from '@/lib/workspaces/change-password';
import { passwordChangeSchema } from '@/lib/workspaces/schema';

export const savePassword = defineAction({
  permission: 'account.own',
  input: passwordChangeSchema,
  async run({ scope, user }, input) {
    await changePassword(scope, user, input);
    return { message: 'Changed. You are signed out everywhere else.' };
  },
});
