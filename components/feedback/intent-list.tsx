import { Badge } from '@/components/ui/badge';
import { TextLink } from '@/components/ui/text-link';
import { intentLabels } from '@/lib/annotations/correction-schema';
import { feedbackHref } from '@/lib/annotations/feedback-filter';
import type { FeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import { formatPercent } from '@/lib/core/format';
import { intentNames } from '@/lib/nlp/intents/intent';

type Props = { workspaceSlug: string; feedback: Pick<FeedbackDetail, 'text' | 'language' | 'traces'> };

/** What a text announces, each with the words that show it and a way to all texts that do. */
export function IntentList({ workspaceSlug, feedback: { text, language, traces } }: Props) {
  const found = intentNames.flatMap((intent) =>
    traces
      .filter(({ what, label, holds }) => what === 'intent' && label === intent && holds)
      .map((trace) => ({ intent, ...trace })),
  );
  if (found.length === 0) return null;
  return (
    <ul aria-label="Intent" className="space-y-1">
      {found.map(({ id, intent, start, end, confidence }) => (
        <li key={id} className="flex flex-wrap items-center gap-2 text-sm">
          <TextLink href={feedbackHref(workspaceSlug, { intent })}>
            <Badge tone="warning">{intentLabels[intent]}</Badge>
          </TextLink>
          <span lang={language ?? undefined} dir="auto" className="font-voice">
            “{text.slice(start ?? 0, end ?? undefined)}”
          </span>
          {confidence !== null && <span className="text-ink-mute">{formatPercent(confidence)} sure</span>}
        </li>
      ))}
    </ul>
  );
}
