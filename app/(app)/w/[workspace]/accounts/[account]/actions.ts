'use server';

import { refresh } from 'next/cache';
import { accountOwnerSchema, setAccountOwner } from '@/lib/accounts/set-account-owner';
import { setStrategicWeight, strategicWeightSchema } from '@/lib/accounts/set-strategic-weight';
import { defineAction } from '@/lib/http/define-action';

export const saveWeight = defineAction({
  permission: 'issues.edit',
  input: strategicWeightSchema,
  async run({ scope }, input) {
    await setStrategicWeight(scope, input);
    refresh();
    return { message: 'Saved. The issues are being ranked anew.' };
  },
});

export const saveOwner = defineAction({
  permission: 'accounts.assign',
  input: accountOwnerSchema,
  async run({ scope }, input) {
    await setAccountOwner(scope, input);
    refresh();
    return { message: 'Saved.' };
  },
});
