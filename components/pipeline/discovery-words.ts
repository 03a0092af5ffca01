import {
  type DiscoveryProgress,
  type DiscoveryStep,
  discoverySteps,
} from '@/lib/annotations/discovery-steps';
import { formatNumber } from '@/lib/core/format';

const DOING: Record<DiscoveryStep, string> = {
  gathering: 'gathering sentences',
  meaning: 'reading what sentences mean',
  neighbours: 'comparing sentences with each other',
  groups: 'grouping them by subject',
  learning: 'learning to tell themes apart',
  names: 'naming themes',
  assigning: 'assigning comments',
};

/** What a look for themes is at, e.g. "Step 2 of 7: reading what sentences mean, 4,200 of 20,000". */
export function describeDiscovery({ step, done, total }: DiscoveryProgress): string {
  const place = `Step ${discoverySteps.indexOf(step) + 1} of ${discoverySteps.length}: ${DOING[step]}`;
  if (total <= 1) return place;
  return `${place}, ${step === 'learning' ? 'round ' : ''}${formatNumber(done)} of ${formatNumber(total)}`;
}
