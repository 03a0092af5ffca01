'use server';

import { refresh } from 'next/cache';
import { answerAlert } from '@/lib/alerts/answer-alert';
import { saveRule } from '@/lib/alerts/save-rule';
import { alertAnswerSchema, ruleInputSchema } from '@/lib/alerts/schema';
import { defineAction } from '@/lib/http/define-action';

export const answer = defineAction({
  permission: 'alerts.edit',
  input: alertAnswerSchema,
  async run({ scope }, input) {
    await answerAlert(scope, input);
    refresh();
    return {};
  },
});

export const save = defineAction({
  permission: 'alerts.edit',
  input: ruleInputSchema,
  async run({ scope }, input) {
    await saveRule(scope, input);
    refresh();
    return { message: 'Saved. It holds for the days that are judged from now on.' };
  },
});
