import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import { type IssueStatus, statusWords } from '@/lib/issues/schema';

const TONES: Record<IssueStatus, Tone> = {
  new: 'accent',
  investigating: 'warning',
  planned: 'warning',
  shipped: 'positive',
  wont_do: 'neutral',
};

/** Where an issue stands with the people who work on it. */
export function StatusBadge({ status }: { status: IssueStatus }) {
  return <Badge tone={TONES[status]}>{statusWords[status]}</Badge>;
}
