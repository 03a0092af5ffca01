'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { requirePermission } from '@/lib/auth/permissions';
import { formatCount } from '@/lib/core/format';
import { requestTickets } from '@/lib/exports/trackers/request-tickets';
import { ticketRequestSchema } from '@/lib/exports/trackers/tracker-forms';
import { defineAction } from '@/lib/http/define-action';
import { createIssue } from '@/lib/issues/create-issue';
import { firstPartFormSchema, setFirstPart } from '@/lib/issues/first-part';
import { addIssueLink, removeIssueLink } from '@/lib/issues/issue-links';
import { mergeIssue, undoMerge } from '@/lib/issues/merge-issues';
import { pinEvidence, unpinEvidence } from '@/lib/issues/pin-evidence';
import { requestRanking } from '@/lib/issues/request-ranking';
import { saveRankingWeights } from '@/lib/issues/save-ranking-weights';
import { removeView, saveView } from '@/lib/issues/saved-views';
import {
  bulkUpdateSchema,
  issueIdSchema,
  issueUpdateSchema,
  linkIdSchema,
  linkSchema,
  mergeSchema,
  newIssueSchema,
  newViewSchema,
  pinSchema,
  splitSchema,
  unpinSchema,
  viewIdSchema,
} from '@/lib/issues/schema';
import { splitIssue } from '@/lib/issues/split-issue';
import { updateIssue, updateIssues } from '@/lib/issues/update-issue';
import { weightsSchema } from '@/lib/issues/weights';
import { newShareSchema, shareIdSchema } from '@/lib/reports/schema';
import { createShareLink, revokeShareLink } from '@/lib/reports/share-links';
import { trackerNames } from '@/lib/settings/schema';

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

export const saveFirstPart = defineAction({
  permission: 'issues.edit',
  input: firstPartFormSchema,
  async run({ scope }, input) {
    await setFirstPart(scope, input);
    refresh();
    return { message: 'Saved.' };
  },
});

export const changeIssues = defineAction({
  permission: 'issues.edit',
  input: bulkUpdateSchema,
  async run({ scope }, input) {
    if (input.tracker) {
      const { issueIds, tracker } = input;
      const asked = await requestTickets(scope, { issueIds, tracker });
      refresh();
      return { message: describeRequest(asked, trackerNames[tracker]) };
    }
    const changed = await updateIssues(scope, input);
    refresh();
    return {
      message: changed === 0 ? 'They were like this already.' : `${formatCount(changed, 'issue')} changed.`,
    };
  },
});

export const createTicket = defineAction({
  permission: 'issues.edit',
  input: ticketRequestSchema,
  async run({ scope }, { issueId, tracker }) {
    const asked = await requestTickets(scope, { issueIds: [issueId], tracker });
    refresh();
    return { message: describeRequest(asked, trackerNames[tracker]) };
  },
});

function describeRequest(asked: number, system: string): string {
  if (asked === 0) return `The ticket in ${system} is there already, or on its way.`;
  return `${formatCount(asked, 'ticket')} in ${system} asked for. Reload in a moment to see how it went.`;
}

export const newIssue = defineAction({
  permission: 'issues.edit',
  input: newIssueSchema,
  async run({ scope, workspace }, input) {
    const id = await createIssue(scope, input);
    redirect(`/w/${workspace.slug}/issues/${id}`);
  },
});

export const merge = defineAction({
  permission: 'issues.edit',
  input: mergeSchema,
  async run({ scope, workspace }, input) {
    await mergeIssue(scope, input);
    redirect(`/w/${workspace.slug}/issues/${input.intoId}`);
  },
});

export const unmerge = defineAction({
  permission: 'issues.edit',
  input: issueIdSchema,
  async run({ scope }, { issueId }) {
    await undoMerge(scope, issueId);
    refresh();
    return { message: 'It stands for itself again.' };
  },
});

export const split = defineAction({
  permission: 'issues.edit',
  input: splitSchema,
  async run({ scope, workspace }, input) {
    const id = await splitIssue(scope, input);
    redirect(`/w/${workspace.slug}/issues/${id}`);
  },
});

export const addLink = defineAction({
  permission: 'issues.edit',
  input: linkSchema,
  async run({ scope }, input) {
    await addIssueLink(scope, input);
    refresh();
    return { message: 'Added.' };
  },
});

export const removeLink = defineAction({
  permission: 'issues.edit',
  input: linkIdSchema,
  async run({ scope }, { linkId }) {
    await removeIssueLink(scope, linkId);
    refresh();
    return {};
  },
});

export const pin = defineAction({
  permission: 'issues.edit',
  input: pinSchema,
  async run({ scope }, input) {
    await pinEvidence(scope, input);
    refresh();
    return { message: 'Pinned.' };
  },
});

export const unpin = defineAction({
  permission: 'issues.edit',
  input: unpinSchema,
  async run({ scope }, { evidenceId }) {
    await unpinEvidence(scope, evidenceId);
    refresh();
    return {};
  },
});

export const keepView = defineAction({
  permission: 'workspace.read',
  input: newViewSchema,
  async run({ scope }, input) {
    if (input.isShared) requirePermission(scope, 'issues.edit');
    await saveView(scope, input);
    refresh();
    return { message: 'Saved.' };
  },
});

export const dropView = defineAction({
  permission: 'workspace.read',
  input: viewIdSchema,
  async run({ scope }, { viewId }) {
    await removeView(scope, viewId);
    refresh();
    return {};
  },
});

export const share = defineAction({
  permission: 'exports.create',
  input: newShareSchema,
  async run({ scope }, input) {
    const { shareId, token } = await createShareLink(scope, input);
    refresh();
    return { data: { shareId, path: `/share/${token}` } };
  },
});

export const endShare = defineAction({
  permission: 'exports.create',
  input: shareIdSchema,
  async run({ scope }, { shareId }) {
    await revokeShareLink(scope, shareId);
    refresh();
    return {};
  },
});
