import { z } from 'zod';

/** What a redacted statement was when it came. */
export const originalSchema = z.object({ title: z.string().nullable(), text: z.string() });
export type FeedbackOriginal = z.infer<typeof originalSchema>;

/** Whose original is asked for. */
export const originalRequestSchema = z.object({ feedbackId: z.uuid() });
