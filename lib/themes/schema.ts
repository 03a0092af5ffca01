import { z } from 'zod';
import type { ThemeModel } from '@/lib/nlp/themes/theme-model';

/** What an edit hands back: the act to be undone, null when there is none. */
export type Edited = { batchId: string | null };

const MAX_NAME = 80;
/** More at once are nobody's selection. */
const MOST_AT_ONCE = 200;

export const themeNameSchema = z
  .string()
  .trim()
  .min(1, 'A theme needs a name.')
  .max(MAX_NAME, `At most ${MAX_NAME} characters.`)
  .transform((name) => name.replace(/\s+/g, ' '));

/** One or several themes, as a form sends them. */
export const themeIdsSchema = z
  .union([z.uuid().transform((id) => [id]), z.array(z.uuid()).min(1).max(MOST_AT_ONCE)])
  .transform((ids) => [...new Set(ids)]);

const scorerSchema = z.object({
  constant: z.number(),
  terms: z.array(z.tuple([z.string(), z.number()])),
  meaning: z.string(),
  meaningScale: z.number(),
});

export const foundThemeSchema = z.object({
  key: z.string().min(1),
  name: z.string().min(1),
  keywords: z.array(z.string()),
  size: z.number().int(),
  centroid: z.array(z.tuple([z.string(), z.number()])),
  exampleIds: z.array(z.string()),
  scorer: scorerSchema.optional(),
  sentenceScorer: scorerSchema.optional(),
});

const confidenceSchema = z.tuple([z.number(), z.number(), z.number()]);

const workspaceThemeModelSchema = z.object({
  version: z.string(),
  vocabulary: z.record(z.string(), z.number()),
  themes: z.array(foundThemeSchema),
  subthemes: z.array(foundThemeSchema.extend({ parentKey: z.string() })).optional(),
  thresholds: z.object({
    minConfidence: z.number(),
    confidenceWeights: confidenceSchema,
    sentenceConfidenceWeights: confidenceSchema.optional(),
  }),
  /** Spans with content there were when it was made; tells when it is time to look again. */
  trainedOn: z.number().int(),
});

/** The engine's model of one workspace's themes, as kept with its version. */
export type WorkspaceThemeModel = ThemeModel & { trainedOn: number };

/** @throws ZodError when the stored model is of another version than this program reads. */
export function parseWorkspaceThemeModel(artifact: unknown): WorkspaceThemeModel {
  return workspaceThemeModelSchema.parse(artifact);
}
