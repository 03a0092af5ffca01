'use server';

import { refresh } from 'next/cache';
import { z } from 'zod';
import { defineAction } from '@/lib/http/define-action';
import {
  cancelAdaptation,
  chooseModel,
  chooseModelSchema,
  learningSchema,
  requestAdaptation,
  requestRereading,
  rereadingSchema,
  setLearning,
  steerRereading,
} from '@/lib/quality/manage-adaptation';

export const learnNow = defineAction({
  permission: 'settings.edit',
  input: z.object({}),
  async run({ scope }) {
    await requestAdaptation(scope);
    refresh();
  },
});

export const cancelLearning = defineAction({
  permission: 'settings.edit',
  input: z.object({ adaptationId: z.uuid() }),
  async run({ scope }, { adaptationId }) {
    await cancelAdaptation(scope, adaptationId);
    refresh();
  },
});

export const choose = defineAction({
  permission: 'settings.edit',
  input: chooseModelSchema,
  async run({ scope }, input) {
    await chooseModel(scope, input);
    refresh();
  },
});

export const changeLearning = defineAction({
  permission: 'settings.edit',
  input: learningSchema,
  async run({ scope }, input) {
    await setLearning(scope, input);
    refresh();
  },
});

export const readAgain = defineAction({
  permission: 'settings.edit',
  input: z.object({}),
  async run({ scope }) {
    await requestRereading(scope);
    refresh();
  },
});

export const steer = defineAction({
  permission: 'settings.edit',
  input: rereadingSchema,
  async run({ scope }, input) {
    await steerRereading(scope, input);
    refresh();
  },
});
