'use client';

import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { exposureLags, exposureWindows, keptPercents } from '@/lib/settings/schema';
import { ActionForm, type FormAction } from './action-form';

type Props = {
  action: FormAction;
  windowDays: number;
  lagDays: number;
  keptPercent: number;
  strataField: string;
  /** Fields of the workspace's own that tell groups of accounts apart. */
  fieldChoices: { key: string; label: string }[];
  disabled: boolean;
};

/** Which complaints the months of accounts are compared by. */
export function ChurnComparisonForm({
  action,
  windowDays,
  lagDays,
  keptPercent,
  strataField,
  fieldChoices,
  disabled,
}: Props) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <DaysField
            name="windowDays"
            label="Complaints count for"
            hint="A longer time finds more accounts with a problem, a shorter one keeps to what was said of late."
            options={exposureWindows}
            value={windowDays}
            error={fields?.windowDays}
            disabled={disabled}
          />
          <DaysField
            name="lagDays"
            label="and end before the month by"
            hint="Keeps out what people say because they leave already. 0 where churn dates are the days on which notice was given."
            options={exposureLags}
            value={lagDays}
            error={fields?.lagDays}
            disabled={disabled}
          />
          <Field
            name="keptPercent"
            label="Months compared are alike"
            hint="Months without one alike fall out of the comparison. What they must share is given up step by step until enough of them have one: the fewer may fall out, the less alike they are. The same for every issue, and decided without looking at who left."
            error={fields?.keptPercent}
          >
            {(control) => (
              <Select {...control} className="max-w-96" defaultValue={keptPercent} disabled={disabled}>
                {keptPercents.map((percent) => (
                  <option key={percent} value={percent}>
                    {KEPT_WORDS[percent]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field
            name="strataField"
            label="Accounts compared must also share"
            hint="Beside plan, revenue, tenure, renewal and season: a field of your own, such as a region or an industry. Choose one that goes with leaving: any other only splits the accounts into smaller groups, so that figures get noisier and no truer."
            error={fields?.strataField}
          >
            {(control) => (
              <Select {...control} className="max-w-64" defaultValue={strataField} disabled={disabled}>
                <option value="">Nothing else</option>
                {strataField && !fieldChoices.some(({ key }) => key === strataField) && (
                  <option value={strataField}>{strataField}</option>
                )}
                {fieldChoices.map(({ key, label }) => (
                  <option key={key} value={key}>
                    {label}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          {!disabled && <SubmitButton>Save comparison</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}

const KEPT_WORDS: Record<(typeof keptPercents)[number], string> = {
  60: 'Closely: 60% of the months are kept',
  80: 'As usual: 80% of the months are kept',
  95: 'Roughly: 95% of the months are kept',
};

type DaysFieldProps = {
  name: string;
  label: string;
  hint: string;
  options: readonly number[];
  value: number;
  error: string | undefined;
  disabled: boolean;
};

function DaysField({ name, label, hint, options, value, error, disabled }: DaysFieldProps) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <Select {...control} className="max-w-40" defaultValue={value} disabled={disabled}>
          {options.map((days) => (
            <option key={days} value={days}>
              {days} days
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}
