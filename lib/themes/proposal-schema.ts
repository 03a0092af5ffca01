import { z } from 'zod';
import { foundThemeSchema } from '@/lib/themes/schema';

export const proposalKinds = ['new_theme', 'growth', 'split', 'drift', 'quiet'] as const;
export type ProposalKind = (typeof proposalKinds)[number];

export const candidateSchema = z.object({
  theme: foundThemeSchema,
  /** Inverse document frequency of the theme's terms. */
  vocabulary: z.record(z.string(), z.number()),
});
/** What a discovery found for a proposal. */
export type Candidate = z.infer<typeof candidateSchema>;

const placeSchema = z.object({ feedbackId: z.uuid(), start: z.number().int(), end: z.number().int() });
/** A stretch of a stored text, in UTF-16 code units, end exclusive. */
export type QuotePlace = z.infer<typeof placeSchema>;

export const evidenceSchema = z.object({
  /** Sentences that the discovery looked at. */
  looked: z.number().int(),
  /** Those of them that it put in what it found; for a theme gone quiet, its sentences of the last weeks. */
  found: z.number().int(),
  /** Those that the theme has today; for a theme gone quiet, those of the weeks before. Null for a new theme. */
  today: z.number().int().nullable(),
  /** Those of what was found that have no theme today. */
  untagged: z.number().int(),
  /** What was found by the themes it has today, the most first. */
  overlap: z.array(z.object({ themeId: z.uuid(), spans: z.number().int() })),
  quotes: z.array(placeSchema),
});
export type Evidence = z.infer<typeof evidenceSchema>;
