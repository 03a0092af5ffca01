'use server';

import { refresh } from 'next/cache';
import { formatCount } from '@/lib/core/format';
import { relabellingSchema } from '@/lib/feedback/relabel-schema';
import { relabelSpeaker } from '@/lib/feedback/relabel-speaker';
import { defineAction } from '@/lib/http/define-action';

export const relabel = defineAction({
  permission: 'feedback.correct',
  input: relabellingSchema,
  async run({ scope }, relabelling) {
    const { speaker, moved } = await relabelSpeaker(scope, relabelling);
    refresh();
    const [what, words] = [formatCount(moved, 'statement'), relabelling.side === 'customer'];
    return {
      message: words
        ? `${what} of ${speaker} ${moved === 1 ? 'is' : 'are'} feedback now and on the way to be read.`
        : `${what} of ${speaker} ${moved === 1 ? 'is' : 'are'} no feedback any more.`,
    };
  },
});
