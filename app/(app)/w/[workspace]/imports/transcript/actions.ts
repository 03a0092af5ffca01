'use server';

import { takeTranscript as take } from '@/lib/api/transcripts/take-transcript';
import { transcriptFormSchema } from '@/lib/api/transcripts/transcript-form';
import { defineAction } from '@/lib/http/define-action';

export const takeTranscript = defineAction({
  permission: 'imports.manage',
  input: transcriptFormSchema,
  async run({ scope }, form) {
    return { data: await take(scope, form) };
  },
});
