'use client';

import type { ReactNode } from 'react';
import type { ButtonVariant } from '@/components/ui/control-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Props = {
  action: FormAction;
  /** What the decision is about, by the names that the action knows. */
  fields: Record<string, string>;
  variant?: ButtonVariant;
  children: ReactNode;
};

/** A button that says who is who. */
export function DecideButton({ action, fields, variant = 'secondary', children }: Props) {
  return (
    <ActionForm action={action} className="flex flex-col items-start gap-3">
      {() => (
        <>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <SubmitButton variant={variant}>{children}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
