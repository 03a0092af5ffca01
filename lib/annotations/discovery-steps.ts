import { z } from 'zod';
import { findingSteps } from '@/lib/nlp/themes/discovery-progress';

/** What a look for themes does, in this order; the last is to assign what the first look found, or to compare with the themes there are. */
export const discoverySteps = ['gathering', ...findingSteps, 'assigning'] as const;

export type DiscoveryStep = (typeof discoverySteps)[number];

export const discoveryStepSchema = z.enum(discoverySteps);

/** How far a look is: of its step, sentences, rounds, names or comments; what is not counted has a total of at most 1. */
export interface DiscoveryProgress {
  step: DiscoveryStep;
  done: number;
  total: number;
}

/** Parts of the whole time that steps take with some thousand sentences, in per cent: as measured on the sample, and only as good as that. */
const TIME_SHARES: Record<DiscoveryStep, number> = {
  gathering: 3,
  meaning: 20,
  neighbours: 15,
  groups: 3,
  learning: 32,
  names: 12,
  assigning: 15,
};

/** The share of a look that is done, 0..1. */
export function computeDiscoveryShare({ step, done, total }: DiscoveryProgress): number {
  const place = discoverySteps.indexOf(step);
  const before = discoverySteps.slice(0, place).reduce((sum, each) => sum + TIME_SHARES[each], 0);
  const within = total > 0 ? Math.min(1, done / total) : 0;
  return (before + within * TIME_SHARES[step]) / 100;
}
