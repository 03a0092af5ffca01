import { TextLink } from '@/components/ui/text-link';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import { formatNumber } from '@/lib/core/format';
import type { Sample } from '@/lib/quality/find-samples';

/** What a sample was drawn from, as a number that opens what the engine has read of these days by now. */
export function PopulationLink({ workspaceSlug, sample }: { workspaceSlug: string; sample: Sample }) {
  const { population, from, to } = sample;
  return (
    <TextLink href={feedbackHref(workspaceSlug, { read: 'any', from, to })}>
      {formatNumber(population)}
      <span className="sr-only"> statements that it was drawn from</span>
    </TextLink>
  );
}
