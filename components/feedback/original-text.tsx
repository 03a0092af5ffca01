'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { FeedbackOriginal } from '@/lib/feedback/original-schema';

type Props = { action: FormAction<FeedbackOriginal>; feedbackId: string };

/** Asks for the original of a redacted text and shows it until the page is left. */
export function OriginalText({ action, feedbackId }: Props) {
  return (
    <ActionForm action={action} className="space-y-3 border-t border-line pt-4">
      {({ data }) =>
        data ? (
          <>
            <p className="font-medium">Original</p>
            {data.title && <p dir="auto">{data.title}</p>}
            <p dir="auto" className="whitespace-pre-wrap break-words">
              {data.text}
            </p>
          </>
        ) : (
          <>
            <input type="hidden" name="feedbackId" value={feedbackId} />
            <p className="text-ink-mute">
              The text as it came is kept, encrypted. The audit log will say that you read it.
            </p>
            <SubmitButton variant="secondary">Show the original</SubmitButton>
          </>
        )
      }
    </ActionForm>
  );
}
