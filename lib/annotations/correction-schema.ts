import { z } from 'zod';
import type { IntentName } from '@/lib/nlp/intents/intent';

export const sentimentLabels = ['negative', 'neutral', 'positive'] as const;
export const statementKinds = [
  'problem',
  'request',
  'praise',
  'question',
  'statement',
  'no_content',
] as const;

export const kindNames: Record<(typeof statementKinds)[number], string> = {
  problem: 'Problem',
  request: 'Request',
  praise: 'Praise',
  question: 'Question',
  statement: 'Statement',
  no_content: 'No content',
};

export const intentLabels: Record<IntentName, string> = {
  churn: 'May leave',
  effort: 'High effort',
  urgency: 'Urgent',
};

/** The action of a theme decision that says: this theme is not in this span. Its payload is `{ spanId }`. */
export const NOT_HERE = 'not_here';

const place = { feedbackId: z.uuid() };

/** A person's word about how a text, or one span of it, feels or what it is. Without a span it is the whole text. */
export const correctionSchema = z.discriminatedUnion('aspect', [
  z.object({
    ...place,
    spanId: z.uuid().optional(),
    aspect: z.literal('sentiment'),
    label: z.enum(sentimentLabels),
  }),
  z.object({
    ...place,
    spanId: z.uuid().optional(),
    aspect: z.literal('kind'),
    label: z.enum(statementKinds),
  }),
]);
export type Correction = z.infer<typeof correctionSchema>;

/** A theme that a person puts on a span or takes off it. */
export const themeCorrectionSchema = z.object({ ...place, spanId: z.uuid(), themeId: z.uuid() });
export type ThemeCorrection = z.infer<typeof themeCorrectionSchema>;

/** A person's word about how a span feels about one of its themes. */
export const mentionCorrectionSchema = themeCorrectionSchema.extend({ label: z.enum(sentimentLabels) });
export type MentionCorrection = z.infer<typeof mentionCorrectionSchema>;
