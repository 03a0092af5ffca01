'use server';

import { refresh } from 'next/cache';
import { correctAnnotation } from '@/lib/annotations/correct-annotation';
import { addTheme, removeTheme } from '@/lib/annotations/correct-themes';
import { correctionSchema, themeCorrectionSchema } from '@/lib/annotations/correction-schema';
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

export const putTheme = defineAction({
  permission: 'feedback.correct',
  input: themeCorrectionSchema,
  async run({ scope }, correction) {
    await addTheme(scope, correction);
    refresh();
    return {};
  },
});

export const takeTheme = defineAction({
  permission: 'feedback.correct',
  input: themeCorrectionSchema,
  async run({ scope }, correction) {
    await removeTheme(scope, correction);
    refresh();
    return {};
  },
});
