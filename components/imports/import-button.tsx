'use client';

import type { ReactNode } from 'react';
import type { ButtonVariant } from '@/components/ui/control-style';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Props = { action: FormAction; importId: string; variant?: ButtonVariant; children: ReactNode };

/** A button that does one thing to one import. */
export function ImportButton({ action, importId, variant = 'secondary', children }: Props) {
  return (
    <ActionForm action={action} className="flex flex-col items-start gap-3">
      {() => (
        <>
          <input type="hidden" name="importId" value={importId} />
          <SubmitButton variant={variant}>{children}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
