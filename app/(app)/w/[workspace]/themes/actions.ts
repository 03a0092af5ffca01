'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { alertLevelSchema } from '@/lib/alerts/alert-level';
import { saveAlertLevel } from '@/lib/alerts/theme-level';
import { cancelDiscovery as cancel } from '@/lib/annotations/cancel-discovery';
import { lookForThemes as look } from '@/lib/annotations/look-for-themes';
import { requestSummary } from '@/lib/annotations/request-summary';
import { defineAction } from '@/lib/http/define-action';
import { cancelReassignment, restartReassignment } from '@/lib/themes/cancel-reassignment';
import {
  acceptProposal,
  acceptProposalSchema,
  declineProposal,
  reopenProposal,
} from '@/lib/themes/decide-proposal';
import { markThemes, markThemesSchema } from '@/lib/themes/mark-themes';
import { mergeThemes, mergeThemesSchema } from '@/lib/themes/merge-themes';
import { moveThemes, moveThemesSchema } from '@/lib/themes/move-themes';
import { undoDecisions } from '@/lib/themes/record-decisions';
import { renameTheme, renameThemeSchema } from '@/lib/themes/rename-theme';
import type { Edited } from '@/lib/themes/schema';
import { createTheme, splitTheme, steerTheme } from '@/lib/themes/steer-theme';
import { createThemeSchema, splitThemeSchema, steerThemeSchema } from '@/lib/themes/steering-schema';

export const lookForThemes = defineAction({
  permission: 'themes.edit',
  input: z.object({}),
  async run({ scope }) {
    await look(scope);
    refresh();
    return {};
  },
});

export const cancelDiscovery = defineAction({
  permission: 'themes.edit',
  input: z.object({}),
  async run({ scope }) {
    await cancel(scope);
    refresh();
    return {};
  },
});

export const cancelAssigning = defineAction({
  permission: 'themes.edit',
  input: z.object({}),
  async run({ scope }) {
    await cancelReassignment(scope);
    refresh();
    return {};
  },
});

export const restartAssigning = defineAction({
  permission: 'themes.edit',
  input: z.object({}),
  async run({ scope }) {
    await restartReassignment(scope);
    refresh();
    return {};
  },
});

export const saveAlerts = defineAction({
  permission: 'alerts.edit',
  input: alertLevelSchema,
  async run({ scope }, input) {
    await saveAlertLevel(scope, input);
    refresh();
    return { message: 'Saved. It holds for the days that are judged from now on.' };
  },
});

export const rename = defineAction({
  permission: 'themes.edit',
  input: renameThemeSchema,
  async run({ scope }, input) {
    const batchId = await renameTheme(scope, input);
    refresh();
    return { message: 'Renamed. Later discoveries keep the name.', data: { batchId } satisfies Edited };
  },
});

export const merge = defineAction({
  permission: 'themes.edit',
  input: mergeThemesSchema,
  async run({ scope }, input) {
    const batchId = await mergeThemes(scope, input);
    refresh();
    return { message: 'Merged.', data: { batchId } satisfies Edited };
  },
});

export const move = defineAction({
  permission: 'themes.edit',
  input: moveThemesSchema,
  async run({ scope }, input) {
    const batchId = await moveThemes(scope, input);
    refresh();
    return { message: 'Moved.', data: { batchId } satisfies Edited };
  },
});

export const mark = defineAction({
  permission: 'themes.edit',
  input: markThemesSchema,
  async run({ scope }, input) {
    const batchId = await markThemes(scope, input);
    refresh();
    const words = { lock: ['Locked.', 'Unlocked.'], exclude: ['Set aside.', 'Back in use.'] };
    return { message: words[input.mark][input.on ? 0 : 1], data: { batchId } satisfies Edited };
  },
});

export const split = defineAction({
  permission: 'themes.edit',
  input: splitThemeSchema,
  async run({ scope }, input) {
    const batchId = await splitTheme(scope, input);
    refresh();
    return { message: 'Split off. Comments are assigned anew.', data: { batchId } satisfies Edited };
  },
});

export const create = defineAction({
  permission: 'themes.edit',
  input: createThemeSchema,
  async run({ scope }, input) {
    const batchId = await createTheme(scope, input);
    refresh();
    return { message: 'Made. Comments are assigned anew.', data: { batchId } satisfies Edited };
  },
});

export const steer = defineAction({
  permission: 'themes.edit',
  input: steerThemeSchema,
  async run({ scope }, input) {
    const batchId = await steerTheme(scope, input);
    refresh();
    return {
      message: batchId ? 'Saved. Comments are assigned anew.' : 'Nothing has changed.',
      data: { batchId } satisfies Edited,
    };
  },
});

export const undo = defineAction({
  permission: 'themes.edit',
  input: z.object({ batchId: z.uuid() }),
  async run({ scope }, { batchId }) {
    await undoDecisions(scope, batchId);
    refresh();
    return { message: 'Undone.', data: { batchId: null } as Edited };
  },
});

export const accept = defineAction({
  permission: 'themes.edit',
  input: acceptProposalSchema,
  async run({ scope }, input) {
    const batchId = await acceptProposal(scope, input);
    refresh();
    return { message: 'Accepted.', data: { batchId } satisfies Edited };
  },
});

export const decline = defineAction({
  permission: 'themes.edit',
  input: z.object({ proposalId: z.uuid() }),
  async run({ scope }, { proposalId }) {
    await declineProposal(scope, proposalId);
    refresh();
    return {};
  },
});

export const reopen = defineAction({
  permission: 'themes.edit',
  input: z.object({ proposalId: z.uuid() }),
  async run({ scope }, { proposalId }) {
    await reopenProposal(scope, proposalId);
    refresh();
    return {};
  },
});

export const summarise = defineAction({
  permission: 'themes.edit',
  input: z.object({ themeId: z.uuid() }),
  async run({ scope }, { themeId }) {
    await requestSummary(scope, themeId);
    refresh();
    return {};
  },
});
