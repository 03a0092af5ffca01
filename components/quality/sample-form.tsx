'use client';

import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { samplePeriods, sampleSizes } from '@/lib/quality/schema';

const PERIOD_NAMES: Record<(typeof samplePeriods)[number], string> = {
  '30': 'Latest 30 days',
  '90': 'Latest 90 days',
  '365': 'Latest 365 days',
  all: 'All feedback',
};

/** Draws a sample and goes on to label it. */
export function SampleForm({ action }: { action: FormAction }) {
  return (
    <ActionForm action={action} className="space-y-3">
      {() => (
        <div className="flex flex-wrap items-end gap-3 text-left">
          <Field name="size" label="Statements">
            {(control) => (
              <Select {...control} defaultValue="100">
                {sampleSizes.map((size) => (
                  <option key={size} value={size}>
                    {size}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <Field name="period" label="From">
            {(control) => (
              <Select {...control} defaultValue="365">
                {samplePeriods.map((period) => (
                  <option key={period} value={period}>
                    {PERIOD_NAMES[period]}
                  </option>
                ))}
              </Select>
            )}
          </Field>
          <SubmitButton>Draw and label</SubmitButton>
        </div>
      )}
    </ActionForm>
  );
}
