'use client';

import { Card } from '@/components/ui/card';
import { RadioGroup } from '@/components/ui/radio-group';
import { Section } from '@/components/ui/section';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { type AlertLevel, alertLevels } from '@/lib/alerts/alert-level';

type Props = {
  themeId: string;
  level: AlertLevel;
  /** Null for those who may not. */
  save: FormAction | null;
};

const WORDS: Record<AlertLevel, { label: string; hint: string }> = {
  usual: { label: 'As usual', hint: 'By the rules of the workspace.' },
  sensitive: {
    label: 'Sensitive',
    hint: 'Half as many statements are enough, and chance alarms may be ten times as frequent.',
  },
  quiet: {
    label: 'Quiet',
    hint: 'It takes twice as many statements, and chance alarms must be ten times as rare.',
  },
  off: { label: 'Off', hint: 'No alert about it.' },
};

/** How readily alerts of a theme are raised. */
export function ThemeAlertLevel({ themeId, level, save }: Props) {
  return (
    <Section
      title="Alerts"
      description="When a surge of its problems, sub-themes included, is an alert. A change holds for the days judged from then on."
    >
      <Card className="max-w-3xl">
        {save ? (
          <ActionForm action={save}>
            {({ fields }) => (
              <>
                <input type="hidden" name="themeId" value={themeId} />
                <RadioGroup
                  name="level"
                  legend="How readily"
                  defaultValue={level}
                  options={alertLevels.map((value) => ({ value, ...WORDS[value] }))}
                  error={fields?.level ?? null}
                />
                <SubmitButton>Save alerts</SubmitButton>
              </>
            )}
          </ActionForm>
        ) : (
          <p>
            {WORDS[level].label}. <span className="text-ink-mute">{WORDS[level].hint}</span>
          </p>
        )}
      </Card>
    </Section>
  );
}
