'use server';

import { redirect } from 'next/navigation';
import { ExpectedError } from '@/lib/core/errors';
import { defineOpenAction } from '@/lib/http/define-open-action';
import { acceptInvitation } from '@/lib/workspaces/accept-invitation';
import { createFirstWorkspace } from '@/lib/workspaces/create-first-workspace';
import { createWorkspace } from '@/lib/workspaces/create-workspace';
import { acceptanceSchema, firstRunSchema, workspaceSchema } from '@/lib/workspaces/schema';

export const runFirstTime = defineOpenAction({
  input: firstRunSchema,
  run: async (_user, input) => ({ data: { slug: await createFirstWorkspace(input) } }),
});

export const joinWorkspace = defineOpenAction({
  input: acceptanceSchema,
  run: async (user, input) => ({ data: await acceptInvitation(user, input) }),
});

export const addWorkspace = defineOpenAction({
  input: workspaceSchema,
  async run(user, input) {
    if (!user) throw new ExpectedError('signed_out', 'Your session has ended. Sign in again.');
    redirect(`/w/${await createWorkspace(user.id, input)}`);
  },
});
