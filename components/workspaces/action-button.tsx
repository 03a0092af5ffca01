'use client';

import type { ReactNode } from 'react';
import type { ButtonSize, ButtonVariant } from '@/components/ui/control-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';

type Props = {
  action: FormAction;
  /** What is sent. */
  fields?: Readonly<Record<string, string>>;
  variant?: ButtonVariant;
  size?: ButtonSize;
  children: ReactNode;
};

/** A button that does one thing, and says below itself when it could not. */
export function ActionButton({ action, fields = {}, variant = 'secondary', size, children }: Props) {
  return (
    <ActionForm action={action} className="space-y-2">
      {() => (
        <>
          <SubmitButton variant={variant} {...(size ? { size } : {})}>
            {children}
          </SubmitButton>
          {Object.entries(fields).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
        </>
      )}
    </ActionForm>
  );
}
