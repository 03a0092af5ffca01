'use server';

import { refresh } from 'next/cache';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { correctMention as correctSentimentAbout } from '@/lib/annotations/correct-mention';
import { addTheme as add, removeTheme as remove } from '@/lib/annotations/correct-themes';
import {
  correctionSchema,
  mentionCorrectionSchema,
  themeCorrectionSchema,
} from '@/lib/annotations/correction-schema';
import { originalRequestSchema } from '@/lib/feedback/original-schema';
import { readOriginal } from '@/lib/feedback/originals';
import { defineAction } from '@/lib/http/define-action';

export const correct = defineAction({
  permission: 'feedback.correct',
  input: correctionSchema,
  async run({ scope }, correction) {
    await correctAnnotation(scope, correction);
    refresh();
    return {};
  },
});

export const correctMention = defineAction({
  permission: 'feedback.correct',
  input: mentionCorrectionSchema,
  async run({ scope }, correction) {
    await correctSentimentAbout(scope, correction);
    refresh();
    return {};
  },
});

export const addTheme = defineAction({
  permission: 'feedback.correct',
  input: themeCorrectionSchema,
  async run({ scope }, correction) {
    await add(scope, correction);
    refresh();
    return {};
  },
});

export const removeTheme = defineAction({
  permission: 'feedback.correct',
  input: themeCorrectionSchema,
  async run({ scope }, correction) {
    await remove(scope, correction);
    refresh();
    return {};
  },
});

export const showOriginal = defineAction({
  permission: 'feedback.read_original',
  input: originalRequestSchema,
  async run({ scope }, { feedbackId }) {
    return { data: await readOriginal(scope, feedbackId) };
  },
});
