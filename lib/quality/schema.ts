import { z } from 'zod';
import { sentimentLabels } from '@/lib/annotations/correction-schema';
import { presets } from '@/lib/annotations/period';

/** What a person may say of a statement: how it feels, or that it holds no opinion or none that one can tell. */
export const answers = [...sentimentLabels, 'no_opinion'] as const;
export type Answer = (typeof answers)[number];

export const answerNames: Record<Answer, string> = {
  negative: 'Negative',
  neutral: 'Neutral',
  positive: 'Positive',
  no_opinion: 'Cannot tell',
};

/** How many statements a sample may have. At 100 a share of 70 % is known to within 9 points, at 500 to within 4. */
export const sampleSizes = ['50', '100', '200', '500'] as const;

/** How far back a sample reaches, in days from the latest feedback. */
export const samplePeriods = presets;

export const drawSchema = z.object({
  size: z.enum(sampleSizes).transform(Number),
  period: z.enum(samplePeriods),
});

export const labelSchema = z.object({ itemId: z.uuid(), answer: z.enum(answers) });
export type LabelInput = z.infer<typeof labelSchema>;
