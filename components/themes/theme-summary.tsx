'use client';

import { Sparkles } from 'lucide-react';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { Quote } from '@/components/ui/quote';
import { RefreshWhile } from '@/components/ui/refresh-while';
import { Section } from '@/components/ui/section';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { ThemeSummaryState } from '@/lib/annotations/find-theme-summary';
import { formatDate, formatDateTime } from '@/lib/core/format';

type Props = {
  workspaceSlug: string;
  themeId: string;
  summary: ThemeSummaryState;
  /** Null for those who may not, and where there is nothing to summarise. */
  summarise: FormAction | null;
};

/** What a language model made of a theme, where one is turned on; else the way to that, and what stands in its place. */
export function ThemeSummary({ workspaceSlug, themeId, summary, summarise }: Props) {
  const { isEnabled, openSince, newest, failure } = summary;
  if (!isEnabled && !newest) {
    return (
      <p className="text-ink-mute">
        No language model is turned on, so the most typical comments stand in place of a summary.{' '}
        <TextLink href={`/w/${workspaceSlug}/settings/language-model`}>Language model settings</TextLink>
      </p>
    );
  }
  return (
    <Section title="Summary">
      <Card className="space-y-4">
        {newest && <Newest workspaceSlug={workspaceSlug} newest={newest} />}
        {!newest && !failure && !openSince && (
          <p className="text-ink-mute">
            A language model can put the typical comments into a few sentences. It gets the redacted text of
            up to 40 of them; every quote in its answer is checked against the feedback.
          </p>
        )}
        {failure && !openSince && (
          <FormMessage tone="negative" title={`No summary on ${formatDateTime(failure.at)}`}>
            {failure.message} {failure.advice}
          </FormMessage>
        )}
        {openSince ? (
          <p role="status" className="text-ink-mute">
            <RefreshWhile />A summary is being made. This page follows.
          </p>
        ) : (
          summarise &&
          isEnabled && (
            <ActionForm action={summarise}>
              {() => (
                <>
                  <input type="hidden" name="themeId" value={themeId} />
                  <SubmitButton variant="secondary">
                    <Sparkles aria-hidden />
                    {newest ? 'Summarise again' : 'Summarise'}
                  </SubmitButton>
                </>
              )}
            </ActionForm>
          )
        )}
      </Card>
    </Section>
  );
}

type NewestProps = { workspaceSlug: string; newest: NonNullable<ThemeSummaryState['newest']> };

function Newest({ workspaceSlug, newest: { text, model, createdAt, quotes, dropped } }: NewestProps) {
  return (
    <div className="space-y-4">
      <p className="max-w-prose whitespace-pre-line text-lg">{text}</p>
      <ul className="space-y-4">
        {quotes.map(({ feedbackId, quote, language, accountName, occurredAt }) => (
          <li key={`${feedbackId} ${quote}`}>
            <Quote
              href={`/w/${workspaceSlug}/feedback/${feedbackId}`}
              lang={language ?? undefined}
              attribution={`${accountName ?? 'No account'}, ${formatDate(occurredAt)}`}
            >
              {quote}
            </Quote>
          </li>
        ))}
      </ul>
      <p className="text-sm text-ink-mute">
        Written by {model} on {formatDateTime(createdAt)} from typical comments of all time. Each quote stands
        letter by letter in the feedback.
        {dropped > 0 &&
          ` ${dropped} ${dropped === 1 ? 'quote' : 'quotes'} could not be verified and ${dropped === 1 ? 'was' : 'were'} left out.`}
      </p>
    </div>
  );
}
