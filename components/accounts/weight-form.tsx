'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Props = { action: FormAction; accountId: string; weight: number };

/** Sets how much an account counts when issues are ranked. */
export function WeightForm({ action, accountId, weight }: Props) {
  return (
    <ActionForm action={action} className="space-y-3">
      {({ fields }) => (
        <>
          <input type="hidden" name="accountId" value={accountId} />
          <div className="flex flex-wrap items-start gap-2">
            <div className="w-24">
              <Field
                name="weight"
                label={<span className="sr-only">Strategic weight</span>}
                error={fields?.weight}
              >
                {(control) => <Input {...control} inputMode="decimal" defaultValue={weight} maxLength={6} />}
              </Field>
            </div>
            <SubmitButton variant="secondary" className="mt-1.5">
              Save
            </SubmitButton>
          </div>
          <p className="text-sm text-ink-mute">
            From 0 to 10. Its ARR counts so many times for the impact of issues; 1 is as it is.
          </p>
        </>
      )}
    </ActionForm>
  );
}
