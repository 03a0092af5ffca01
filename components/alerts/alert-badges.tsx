import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { AlertState } from '@/lib/alerts/schema';
import { stateWords } from './alert-words';

const TONES: Record<AlertState, Tone> = {
  open: 'warning',
  acknowledged: 'positive',
  dismissed: 'neutral',
  withdrawn: 'neutral',
};

/** What became of an alert. */
export function AlertBadge({ state }: { state: AlertState }) {
  return <Badge tone={TONES[state]}>{stateWords[state]}</Badge>;
}
