'use server';

import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import { z } from 'zod';
import { acceptMerge, rejectMerge } from '@/lib/accounts/decide-merge';
import { undoContactMerge } from '@/lib/accounts/undo-contact-merge';
import { defineAction } from '@/lib/http/define-action';
import { erasePerson } from '@/lib/privacy/erase-person';
import { eraseFormSchema } from '@/lib/privacy/schema';

const pairSchema = z.object({ first: z.uuid(), second: z.uuid() });

export const merge = defineAction({
  permission: 'contacts.merge',
  input: pairSchema,
  async run({ scope }, { first, second }) {
    await acceptMerge(scope, [first, second]);
    refresh();
    return { message: 'They are one person now. It stands below, where it can be undone.' };
  },
});

export const keepApart = defineAction({
  permission: 'contacts.merge',
  input: pairSchema,
  async run({ scope }, { first, second }) {
    await rejectMerge(scope, [first, second]);
    refresh();
    return { message: 'They stay two people, and are not suggested again.' };
  },
});

export const undo = defineAction({
  permission: 'contacts.merge',
  input: z.object({ mergeId: z.uuid() }),
  async run({ scope }, { mergeId }) {
    await undoContactMerge(scope, mergeId);
    refresh();
    return { message: 'They are two people again.' };
  },
});

export const erase = defineAction({
  permission: 'people.erase',
  input: eraseFormSchema,
  async run({ scope, workspace }, input) {
    await erasePerson(scope, input);
    // Where it says that it was done.
    redirect(`/w/${workspace.slug}/settings/audit`);
  },
});
