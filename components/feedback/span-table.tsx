import { SentimentBadge } from '@/components/ui/badge';
import type { FormAction } from '@/components/workspaces/action-form';
import { kindNames } from '@/lib/annotations/correction-schema';
import type { DetailSpan, FeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import { LabelButtons } from './label-buttons';
import { SpanThemes } from './span-themes';
import { ThemeChips } from './theme-chips';

export type Correcting = {
  correct: FormAction;
  correctMention: FormAction;
  put: FormAction;
  take: FormAction;
  choices: { id: string; name: string }[];
};

type Props = {
  workspaceSlug: string;
  feedback: FeedbackDetail;
  /** How many spans to show. */
  limit: number;
  correcting?: Correcting | undefined;
};

/** Each span of a text with what holds of it, to be corrected where one may. */
export function SpanTable({ workspaceSlug, feedback, limit, correcting }: Props) {
  return (
    <ol className="divide-y divide-line">
      {feedback.spans.slice(0, limit).map((span) => {
        const words = feedback.text.slice(span.start, span.end).trim();
        return (
          <li key={span.id} className="space-y-2.5 px-4 py-4 sm:px-5">
            <p
              lang={feedback.language ?? undefined}
              dir="auto"
              className="max-w-prose break-words font-voice text-lg"
            >
              {words}
            </p>
            {feedback.spans.length > 1 && (
              <SpanLabels span={span} words={words} feedbackId={feedback.id} correcting={correcting} />
            )}
            <ThemeChips
              workspaceSlug={workspaceSlug}
              feedbackId={feedback.id}
              spanId={span.id}
              themes={span.themes}
              correcting={correcting}
            />
            <SpanThemes feedback={feedback} span={span} correcting={correcting} />
          </li>
        );
      })}
    </ol>
  );
}

type LabelProps = {
  span: DetailSpan;
  words: string;
  feedbackId: string;
  correcting?: Correcting | undefined;
};

function SpanLabels({ span, words, feedbackId, correcting }: LabelProps) {
  if (!correcting) {
    return (
      <p className="flex flex-wrap items-center gap-3 text-sm text-ink-mute">
        {span.sentimentLabel && <SentimentBadge tone={span.sentimentLabel} />}
        {span.kind && kindNames[span.kind as keyof typeof kindNames]}
      </p>
    );
  }
  const subject = `“${words.slice(0, 60)}”`;
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1">
      {(['sentiment', 'kind'] as const).map((aspect) => (
        <LabelButtons
          key={aspect}
          action={correcting.correct}
          feedbackId={feedbackId}
          spanId={span.id}
          aspect={aspect}
          label={aspect === 'sentiment' ? span.sentimentLabel : span.kind}
          subject={subject}
        />
      ))}
    </div>
  );
}
