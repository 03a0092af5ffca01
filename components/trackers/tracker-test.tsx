'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { type TrackerName, trackerNames } from '@/lib/settings/schema';

/** Asks the tracker as it is saved whether address, token and target are right. */
export function TrackerTest({ action, tracker }: { action: FormAction; tracker: TrackerName }) {
  return (
    <ActionForm action={action} className="space-y-4">
      {() => (
        <>
          <input type="hidden" name="tracker" value={tracker} />
          <p className="text-ink-mute">Asks {trackerNames[tracker]} as it is saved. Nothing is made there.</p>
          <SubmitButton variant="secondary">Test {trackerNames[tracker]}</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
