'use server';

import { refresh } from 'next/cache';
import { currencyRatesSchema, saveCurrencyRates } from '@/lib/accounts/save-currency-rates';
import { defineAction } from '@/lib/http/define-action';
import { churnComparisonSchema, saveChurnComparison } from '@/lib/impact/save-churn-comparison';
import { costToServeSchema, saveCostToServe } from '@/lib/issues/save-cost-to-serve';
import { workspaceSchema } from '@/lib/workspaces/schema';
import { updateWorkspace } from '@/lib/workspaces/update-workspace';

export const saveWorkspace = defineAction({
  permission: 'settings.edit',
  input: workspaceSchema,
  async run({ scope }, input) {
    await updateWorkspace(scope, input);
    refresh();
    return { message: 'Saved.' };
  },
});

export const saveRates = defineAction({
  permission: 'settings.edit',
  input: currencyRatesSchema,
  async run({ scope }, rates) {
    await saveCurrencyRates(scope, rates);
    refresh();
    return { message: 'Saved. Issues are being ranked again.' };
  },
});

export const saveComparison = defineAction({
  permission: 'settings.edit',
  input: churnComparisonSchema,
  async run({ scope }, comparison) {
    await saveChurnComparison(scope, comparison);
    refresh();
    return { message: 'Saved. Issues are ranked by it.' };
  },
});

export const saveCost = defineAction({
  permission: 'settings.edit',
  input: costToServeSchema,
  async run({ scope }, cost) {
    await saveCostToServe(scope, cost);
    refresh();
    return { message: 'Saved.' };
  },
});
