'use client';

import { Button } from '@/components/ui/button';
import { cx } from '@/components/ui/cx';
import { SENTIMENT_ICON } from '@/components/ui/tone';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { kindNames, sentimentLabels, statementKinds } from '@/lib/annotations/correction-schema';

type Props = {
  action: FormAction;
  feedbackId: string;
  /** Absent for the whole text. */
  spanId?: string;
  /** Where it is about a theme of the span. */
  themeId?: string;
  aspect: 'sentiment' | 'kind';
  /** What holds now. */
  label: string | null;
  /** What is corrected, for those who do not see it: "the whole text", or the words of the span. */
  subject: string;
};

/** The labels a text or span can have, the one that holds pressed in. A click on another corrects it. */
export function LabelButtons({ action, feedbackId, spanId, themeId, aspect, label, subject }: Props) {
  return (
    <ActionForm action={action} className="space-y-2">
      {() => (
        <fieldset className="flex flex-wrap gap-1">
          <legend className="sr-only">
            {aspect === 'sentiment' ? 'Sentiment' : 'Kind'} of {subject}
          </legend>
          <input type="hidden" name="feedbackId" value={feedbackId} />
          {spanId && <input type="hidden" name="spanId" value={spanId} />}
          {themeId ? (
            <input type="hidden" name="themeId" value={themeId} />
          ) : (
            <input type="hidden" name="aspect" value={aspect} />
          )}
          {optionsOf(aspect).map(({ value, name, Icon }) => (
            <Button
              key={value}
              type="submit"
              name="label"
              value={value}
              size="small"
              variant={value === label ? 'secondary' : 'quiet'}
              aria-pressed={value === label}
              className={cx(
                // Beside a theme there is less room: on a phone the three stay in one row.
                themeId && 'max-sm:!px-2',
                value === label && '!border-accent !bg-accent-soft',
              )}
            >
              {Icon && <Icon aria-hidden />}
              {name}
            </Button>
          ))}
        </fieldset>
      )}
    </ActionForm>
  );
}

function optionsOf(aspect: 'sentiment' | 'kind') {
  return aspect === 'sentiment'
    ? sentimentLabels.map((value) => ({
        value,
        name: value.charAt(0).toUpperCase() + value.slice(1),
        Icon: SENTIMENT_ICON[value],
      }))
    : statementKinds.map((value) => ({ value, name: kindNames[value], Icon: null }));
}
