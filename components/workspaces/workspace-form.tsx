'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from './action-form';
import { type CurrencyOption, WorkspaceFields } from './workspace-fields';

type Props = {
  action: FormAction;
  currencies: CurrencyOption[];
  name?: string;
  currency: string;
  button: string;
  disabled?: boolean;
};

/** Makes a workspace, or changes its name and currency. */
export function WorkspaceForm({ action, button, disabled, ...values }: Props) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          <WorkspaceFields {...values} fields={fields} disabled={disabled} />
          {!disabled && <SubmitButton>{button}</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
