'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/lib/http/define-action';
import { requestRanking } from '@/lib/issues/request-ranking';
import { saveRankingWeights } from '@/lib/issues/save-ranking-weights';
import { issueUpdateSchema } from '@/lib/issues/schema';
import { updateIssue } from '@/lib/issues/update-issue';
import { weightsSchema } from '@/lib/issues/weights';

export const saveWeights = defineAction({
  permission: 'issues.edit',
  input: z.object({ weights: weightsSchema }),
  async run({ scope }, { weights }) {
    await saveRankingWeights(scope, weights);
    refresh();
    return { message: 'Saved. These weights now rank the list for everyone here.' };
  },
});

export const rankAgain = defineAction({
  permission: 'issues.edit',
  input: z.object({}),
  async run({ scope }) {
    await requestRanking(scope);
    refresh();
  },
});

export const saveIssue = defineAction({
  permission: 'issues.edit',
  input: issueUpdateSchema,
  async run({ scope }, input) {
    await updateIssue(scope, input);
    refresh();
    return { message: 'Saved.' };
  },
});
