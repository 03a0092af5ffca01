import { z } from 'zod';
import type { Theme, ThemeModel } from '@/lib/nlp/themes/theme-model';

const scorerSchema = z.object({
  constant: z.number(),
  terms: z.array(z.tuple([z.string(), z.number()])),
  meaning: z.string(),
  meaningScale: z.number(),
});

const themeSchema = z.object({
  key: z.string().min(1),
  name: z.string().min(1),
  keywords: z.array(z.string()),
  size: z.number().int(),
  centroid: z.array(z.tuple([z.string(), z.number()])),
  exampleIds: z.array(z.string()),
  scorer: scorerSchema.optional(),
});

const workspaceThemeModelSchema = z.object({
  version: z.string(),
  vocabulary: z.record(z.string(), z.number()),
  themes: z.array(themeSchema),
  subthemes: z.array(themeSchema.extend({ parentKey: z.string() })).optional(),
  thresholds: z.object({
    minConfidence: z.number(),
    confidenceWeights: z.tuple([z.number(), z.number(), z.number()]),
  }),
  /** Spans with content there were when it was made; tells when it is time to look again. */
  trainedOn: z.number().int(),
  /** Themes known from before that the latest discovery did not find; the next one may. */
  retired: z.array(themeSchema).default([]),
});

/** The engine's model of one workspace's themes, as kept with its version. */
export type WorkspaceThemeModel = ThemeModel & { trainedOn: number; retired: Theme[] };

/** @throws ZodError when the stored model is of another version than this program reads. */
export function parseWorkspaceThemeModel(artifact: unknown): WorkspaceThemeModel {
  return workspaceThemeModelSchema.parse(artifact);
}
