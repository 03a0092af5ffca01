'use server';

import { refresh } from 'next/cache';
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
