'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import {
  acceptAccountMerge,
  rejectAccountMerge,
  takeBackAccountMerge,
} from '@/lib/accounts/decide-account-merge';
import { defineAction } from '@/lib/http/define-action';

const pairSchema = z.object({ first: z.uuid(), second: z.uuid() });

export const merge = defineAction({
  permission: 'contacts.merge',
  input: pairSchema,
  async run({ scope }, { first, second }) {
    await acceptAccountMerge(scope, [first, second]);
    refresh();
    return { message: 'They are one account now. It stands below, where it can be undone.' };
  },
});

export const keepApart = defineAction({
  permission: 'contacts.merge',
  input: pairSchema,
  async run({ scope }, { first, second }) {
    await rejectAccountMerge(scope, [first, second]);
    refresh();
    return { message: 'They stay two accounts, and are not suggested again.' };
  },
});

export const undo = defineAction({
  permission: 'contacts.merge',
  input: z.object({ mergeId: z.uuid() }),
  async run({ scope }, { mergeId }) {
    await takeBackAccountMerge(scope, mergeId);
    refresh();
    return { message: 'They are two accounts again.' };
  },
});
