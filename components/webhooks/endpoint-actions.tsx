'use client';

import { CopyText } from '@/components/surveys/copy-text';
import { Dialog } from '@/components/ui/dialog';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Props = { endpointId: string; name: string };

/** Sends a test message and says what came back. */
export function TestEndpoint({ action, endpointId, name }: Props & { action: FormAction }) {
  return (
    <ActionForm action={action} className="space-y-4">
      {() => (
        <>
          <input type="hidden" name="endpointId" value={endpointId} />
          <p className="text-ink-mute">Sends a message of the type test to the address as it is saved.</p>
          <SubmitButton variant="secondary">Test {name}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Makes a new secret and shows it, this once. */
export function NewSecret({
  action,
  endpointId,
}: Omit<Props, 'name'> & { action: FormAction<{ secret: string }> }) {
  return (
    <ActionForm<{ secret: string }> action={action} className="space-y-4">
      {({ data }) => (
        <>
          <input type="hidden" name="endpointId" value={endpointId} />
          <p className="text-ink-mute">From then on messages are signed with the new secret alone.</p>
          {data && <CopyText key={data.secret} label="Signing secret, shown this once" text={data.secret} />}
          <SubmitButton variant="secondary">Make a new secret</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}

/** Forgets an endpoint, after asking. */
export function RemoveEndpoint({ action, endpointId, name }: Props & { action: FormAction }) {
  return (
    <Dialog
      trigger="Remove"
      variant="danger"
      title={`Remove “${name}”?`}
      description="It is told nothing from now on, and its log is forgotten. This cannot be taken back."
    >
      <ActionForm action={action}>
        {() => (
          <>
            <SubmitButton variant="danger">Remove</SubmitButton>
            <input type="hidden" name="endpointId" value={endpointId} />
          </>
        )}
      </ActionForm>
    </Dialog>
  );
}
