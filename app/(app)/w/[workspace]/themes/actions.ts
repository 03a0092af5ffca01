'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { lookForThemes as look } from '@/lib/annotations/look-for-themes';
import { requestSummary } from '@/lib/annotations/request-summary';
import { defineAction } from '@/lib/http/define-action';
import { mergeThemes, mergeThemesSchema, undoMerge } from '@/lib/themes/merge-themes';
import { renameTheme, renameThemeSchema } from '@/lib/themes/rename-theme';

export const lookForThemes = defineAction({
  permission: 'themes.edit',
  input: z.object({}),
  async run({ scope }) {
    await look(scope);
    refresh();
  },
});

export const rename = defineAction({
  permission: 'themes.edit',
  input: renameThemeSchema,
  async run({ scope }, input) {
    await renameTheme(scope, input);
    refresh();
    return { message: 'Renamed. Later discoveries keep the name.' };
  },
});

export const merge = defineAction({
  permission: 'themes.edit',
  input: mergeThemesSchema,
  async run({ scope }, input) {
    await mergeThemes(scope, input);
    refresh();
  },
});

export const undo = defineAction({
  permission: 'themes.edit',
  input: z.object({ decisionId: z.uuid() }),
  async run({ scope }, { decisionId }) {
    await undoMerge(scope, decisionId);
    refresh();
  },
});

export const summarise = defineAction({
  permission: 'themes.edit',
  input: z.object({ themeId: z.uuid() }),
  async run({ scope }, { themeId }) {
    await requestSummary(scope, themeId);
    refresh();
  },
});
