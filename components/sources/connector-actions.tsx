'use client';

import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Props = { action: FormAction; connectorId: string };

/** Asks the system as it is saved whether address, key and target are right. */
export function TestConnector({ action, connectorId, system }: Props & { system: string }) {
  return (
    <ActionForm action={action} className="space-y-4">
      {() => (
        <>
          <input type="hidden" name="connectorId" value={connectorId} />
          <p className="text-ink-mute">Asks {system} as it is saved. Nothing is read or changed.</p>
          <SubmitButton variant="secondary">Test {system}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Forgets a connector, after asking. */
export function RemoveConnector({ action, connectorId, name }: Props & { name: string }) {
  return (
    <Dialog
      trigger="Remove"
      variant="danger"
      title={`Remove “${name}”?`}
      description="It is asked no more, and its keys and runs are forgotten. This cannot be taken back; what it brought stays."
    >
      <ActionForm action={action}>
        {() => (
          <>
            <SubmitButton variant="danger">Remove</SubmitButton>
            <input type="hidden" name="connectorId" value={connectorId} />
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}
