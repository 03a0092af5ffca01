import { Badge } from '@/components/ui/badge';
import type { Tone } from '@/components/ui/tone';
import type { SurveyRow } from '@/lib/surveys/find-surveys';

const STATES: Record<SurveyRow['state'], { label: string; tone: Tone }> = {
  draft: { label: 'Draft', tone: 'neutral' },
  running: { label: 'Running', tone: 'positive' },
  closed: { label: 'Closed', tone: 'warning' },
  imported: { label: 'Imported', tone: 'neutral' },
};

/** Whether a survey takes answers. */
export function SurveyStateBadge({ state }: { state: SurveyRow['state'] }) {
  const { label, tone } = STATES[state];
  return <Badge tone={tone}>{label}</Badge>;
}
