import { z } from 'zod';

/** Fewer held-out texts than this cannot tell a gain from chance. */
export const FEWEST_LABELS_TO_JUDGE = 50;
export const FEWEST_RATINGS_TO_JUDGE = 100;

const gainSchema = z.object({
  /** What it was judged by: labels of random samples, three-way, or ratings, two-way. */
  by: z.enum(['label', 'rating']),
  /** Held-out texts, and people or comments they come from. */
  n: z.number(),
  groups: z.number(),
  /** Shares 0..1 of held-out texts that each model got right, with Wilson's interval. */
  accuracyBefore: z.number(),
  accuracyAfter: z.number(),
  /** Difference of the two, its standard error over groups and 95 % interval. */
  gain: z.number(),
  standardError: z.number(),
  low: z.number(),
  high: z.number(),
  macroF1Before: z.number(),
  macroF1After: z.number(),
});
export type Gain = z.infer<typeof gainSchema>;

/** How one language came out. Shares are 0..1. */
const languageReportSchema = z.object({
  language: z.string(),
  labels: z.number(),
  ratings: z.number(),
  verdict: z.enum([
    'used',
    /** Fewer labels and ratings than it takes to learn. */
    'too_few',
    /** Enough to learn, but too few random labels or ratings to judge by. */
    'not_judged',
    'not_better',
    'within_error',
    'rare_labels_worse',
  ]),
  gain: gainSchema.nullable(),
  /** Confidence of what reads now: mean squared error (Brier) with the bundled curve and with one bent to the labels. */
  confidence: z
    .object({ n: z.number(), errorBefore: z.number(), errorAfter: z.number(), isUsed: z.boolean() })
    .nullable(),
});
export type LanguageReport = z.infer<typeof languageReportSchema>;

/** What an attempt to adapt came to. */
export const adaptationReportSchema = z.array(languageReportSchema);
