import { SentimentBadge } from '@/components/ui/badge';
import type { DetailSpan, FeedbackDetail } from '@/lib/annotations/find-feedback-detail';
import { LabelButtons } from './label-buttons';
import type { Correcting } from './span-table';

type Props = {
  feedback: FeedbackDetail;
  span: DetailSpan;
  correcting?: Correcting | undefined;
};

/** What a span feels about each of its themes, where it has several or one is spoken of by some of its words alone. */
export function SpanThemes({ feedback, span, correcting }: Props) {
  const { themes } = span;
  if (themes.length < 2 && !themes.some(({ words }) => words)) return null;
  return (
    <ul aria-label="What is felt about each theme" className="space-y-2 border-l-2 border-line pl-3">
      {themes.map(({ id, name, sentimentLabel, words }) => (
        <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 text-sm">
            About <span className="font-medium">{name}</span>
            {words && (
              <span className="text-ink-mute">
                , in{' '}
                <q lang={feedback.language ?? undefined} dir="auto" className="break-words font-voice">
                  {feedback.text.slice(words.start, words.end)}
                </q>
              </span>
            )}
          </span>
          {correcting ? (
            <LabelButtons
              action={correcting.correctMention}
              feedbackId={feedback.id}
              spanId={span.id}
              themeId={id}
              aspect="sentiment"
              label={sentimentLabel}
              subject={`what is said about ${name}`}
            />
          ) : (
            sentimentLabel && <SentimentBadge tone={sentimentLabel} />
          )}
        </li>
      ))}
    </ul>
  );
}
