'use server';

import { redirect } from 'next/navigation';
import { z } from 'zod';
import { findRecordedDays } from '@/lib/annotations/find-recorded-days';
import { resolvePeriod } from '@/lib/annotations/period';
import { conflict } from '@/lib/core/errors';
import { defineAction } from '@/lib/http/define-action';
import { drawSample } from '@/lib/quality/draw-sample';
import { labelItem, takeBackLabel } from '@/lib/quality/label-item';
import { drawSchema, labelSchema } from '@/lib/quality/schema';

export const draw = defineAction({
  permission: 'quality.label',
  input: drawSchema,
  async run({ scope, workspace }, { size, period }) {
    const recorded = await findRecordedDays(scope);
    if (!recorded) throw conflict('There is no feedback to draw from. Import some first.');
    const { from, to } = resolvePeriod({ period }, recorded);
    const sampleId = await drawSample(scope, { size, from, to });
    redirect(`/w/${workspace.slug}/quality/label?sample=${sampleId}`);
  },
});

export const label = defineAction({
  permission: 'quality.label',
  input: labelSchema,
  async run({ scope }, input) {
    return { data: await labelItem(scope, input) };
  },
});

export const takeBack = defineAction({
  permission: 'quality.label',
  input: z.object({ itemId: z.uuid() }),
  async run({ scope }, { itemId }) {
    await takeBackLabel(scope, itemId);
    return {};
  },
});
