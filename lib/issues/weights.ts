import { z } from 'zod';
import { PRIORITY_PRESETS, type PriorityWeights } from '@/lib/impact/priority';

/** The largest weight a slider gives; only proportions matter. */
export const LARGEST_WEIGHT = 5;

export type PresetName = keyof typeof PRIORITY_PRESETS;

/** The presets by the question they answer. */
export const presetWords: Record<PresetName, string> = {
  balanced: 'Balanced',
  loudest: 'Loudest first',
  churnFirst: 'Churn first',
  revenueFirst: 'Revenue first',
};

const WRITTEN = /^(\d(?:\.\d)?):(\d(?:\.\d)?):(\d(?:\.\d)?)$/;

/** Weights as they stand in an address: frequency, churn and impact, "1:3:1". */
export function formatWeights({ frequency, churn, impact }: PriorityWeights): string {
  return [frequency, churn, impact].join(':');
}

/** Reads what {@link formatWeights} wrote; null for anything else, and for weights that are all 0. */
export function parseWeights(text: string | undefined): PriorityWeights | null {
  const match = WRITTEN.exec(text ?? '');
  if (!match) return null;
  const [frequency = 0, churn = 0, impact = 0] = match.slice(1).map(Number);
  return Math.max(frequency, churn, impact) > 0 ? { frequency, churn, impact } : null;
}

/** The preset that these weights are, or null. */
export function findPreset(weights: PriorityWeights): PresetName | null {
  const written = formatWeights(weights);
  const names = Object.keys(PRIORITY_PRESETS) as PresetName[];
  return names.find((name) => formatWeights(PRIORITY_PRESETS[name]) === written) ?? null;
}

/** Weights in an address or a form field; anything unreadable is refused. */
export const weightsSchema = z.string().transform((text, context) => {
  const weights = parseWeights(text);
  if (weights) return weights;
  context.addIssue({ code: 'custom', message: 'Weights look like 1:3:1, one of them above 0.' });
  return z.NEVER;
});
