'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { AlertKind } from '@/lib/alerts/schema';

type Props = {
  action: FormAction;
  kind: AlertKind;
  isEnabled: boolean;
  /** The rule's values, as its schema names them. */
  parameters: Readonly<Record<string, string | number>>;
  disabled?: boolean;
};

interface Question {
  name: string;
  label: string;
  hint: string;
  options?: readonly { value: string; name: string }[];
}

const minimumCount = {
  name: 'minimumCount',
  label: 'Fewest statements',
  hint: 'Fewer than this are never an alert.',
};

const questions: Record<AlertKind, readonly Question[]> = {
  theme_surge: [
    {
      name: 'unit',
      label: 'Count by',
      hint: 'Days find a surge on its first day; weeks find a slow one. With three years of history, weeks are compared with the same weeks of earlier years.',
      options: [
        { value: 'day', name: 'Day' },
        { value: 'week', name: 'Week (seven days, judged every day)' },
      ],
    },
    minimumCount,
    {
      name: 'alpha',
      label: 'Alpha of one theme',
      hint: 'The chance of an alarm on a day on which nothing happened: 0.001 is once in 1,000 days. Smaller means fewer alerts.',
    },
    {
      name: 'qValue',
      label: 'Largest q over all themes',
      hint: 'The expected share of false alarms among the alerts: 0.05 is one in twenty.',
    },
  ],
  new_theme: [
    {
      name: 'quietDays',
      label: 'Days of silence',
      hint: 'A theme without a problem mention for so long counts as new, where enough was said of others in these days to tell.',
    },
    {
      ...minimumCount,
      hint: 'A new theme has no history: so many statements within seven days are an alert.',
    },
  ],
  score_change: [
    {
      name: 'days',
      label: 'Days compared',
      hint: 'The newest days are compared with as many just before them.',
    },
    {
      name: 'minimumAnswers',
      label: 'Fewest answers',
      hint: 'Both stretches need so many; below that nothing is tested.',
    },
    {
      name: 'qValue',
      label: 'Largest q',
      hint: 'Over all scores tested: 0.01 is one false alarm in a hundred.',
    },
  ],
};

/** The thresholds of one rule. */
export function RuleForm({ action, kind, isEnabled, parameters, disabled }: Props) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <div>
            <input type="hidden" name="kind" value={kind} />
            <Checkbox
              name="isEnabled"
              label="Raise these alerts"
              defaultChecked={isEnabled}
              disabled={disabled}
            />
          </div>
          <div className="grid gap-5 sm:grid-cols-2">
            {questions[kind].map(({ name, label, hint, options }) => (
              <Field key={name} name={name} label={label} hint={hint} error={fields?.[name]}>
                {(control) =>
                  options ? (
                    <Select {...control} defaultValue={parameters[name]} disabled={disabled}>
                      {options.map((option) => (
                        <option key={option.value} value={option.value}>
                          {option.name}
                        </option>
                      ))}
                    </Select>
                  ) : (
                    <Input
                      {...control}
                      inputMode="decimal"
                      autoComplete="off"
                      defaultValue={parameters[name]}
                      disabled={disabled}
                    />
                  )
                }
              </Field>
            ))}
          </div>
          {!disabled && <SubmitButton>Save</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
