'use server';

import { answerReview, reviewSchema, takeBackReview, takeBackSchema } from '@/lib/annotations/review-queue';
import { defineAction } from '@/lib/http/define-action';

export const answer = defineAction({
  permission: 'feedback.correct',
  input: reviewSchema,
  async run({ scope }, input) {
    await answerReview(scope, input);
    return {};
  },
});

export const takeBack = defineAction({
  permission: 'feedback.correct',
  input: takeBackSchema,
  async run({ scope }, input) {
    await takeBackReview(scope, input);
    return {};
  },
});
