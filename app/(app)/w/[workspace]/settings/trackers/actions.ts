'use server';

import { refresh } from 'next/cache';
import type { Scope } from '@/lib/db/scope';
import { saveTracker, type TrackerInput } from '@/lib/exports/trackers/save-tracker';
import { testTracker } from '@/lib/exports/trackers/test-tracker';
import { trackerForms, trackerSchema } from '@/lib/exports/trackers/tracker-forms';
import { defineAction } from '@/lib/http/define-action';

export const saveJira = defineAction({
  permission: 'settings.edit',
  input: trackerForms.jira,
  run: ({ scope }, { token, forgetsToken, high, medium, low, ...rest }) =>
    save(scope, {
      tracker: 'jira',
      settings: { ...rest, priorities: { high, medium, low } },
      token,
      forgetsToken,
    }),
});

export const saveLinear = defineAction({
  permission: 'settings.edit',
  input: trackerForms.linear,
  run: ({ scope }, { token, forgetsToken, ...settings }) =>
    save(scope, { tracker: 'linear', settings, token, forgetsToken }),
});

export const saveGithub = defineAction({
  permission: 'settings.edit',
  input: trackerForms.github,
  run: ({ scope }, { token, forgetsToken, ...settings }) =>
    save(scope, { tracker: 'github', settings, token, forgetsToken }),
});

export const test = defineAction({
  permission: 'settings.edit',
  input: trackerSchema,
  async run({ scope }, { tracker }) {
    return { message: `It works. Tickets are made in ${await testTracker(scope, tracker)}.` };
  },
});

async function save(scope: Scope, input: TrackerInput) {
  const { tokenWasForgotten } = await saveTracker(scope, input);
  refresh();
  return {
    message: tokenWasForgotten
      ? 'Saved. The stored token was removed: enter the one for this server.'
      : 'Saved.',
  };
}
