'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { testLanguageModel } from '@/lib/annotations/test-language-model';
import { defineAction } from '@/lib/http/define-action';
import { languageModelSchema } from '@/lib/workspaces/schema';
import { updateLanguageModel } from '@/lib/workspaces/update-language-model';

export const saveLanguageModel = defineAction({
  permission: 'settings.edit',
  input: languageModelSchema,
  async run({ scope }, input) {
    const { keyWasForgotten } = await updateLanguageModel(scope, input);
    refresh();
    return { message: keyWasForgotten ? 'Saved. The stored key was removed.' : 'Saved.' };
  },
});

export const testConnection = defineAction({
  permission: 'settings.edit',
  input: z.object({}),
  async run({ scope }) {
    await testLanguageModel(scope);
    return { message: 'The model answers.' };
  },
});
