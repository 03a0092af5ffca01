'use client';

import type { ReactNode } from 'react';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { type SettingValue, type TrackerName, trackerNames } from '@/lib/settings/schema';
import { SyncCheckbox } from './sync-checkbox';

/** What the form of one tracker is given. */
export type TrackerFormProps<Tracker extends TrackerName> = {
  action: FormAction;
  settings: SettingValue<Tracker>;
  hasToken: boolean;
  disabled: boolean;
};

/** What every field of a tracker is told. */
export type TrackerFieldState = { fields: Record<string, string> | undefined; disabled: boolean };

/** The settings of a tracker: its own fields, then what all trackers have. */
export function TrackerForm<Tracker extends TrackerName>({
  tracker,
  form: { action, settings, disabled },
  children,
}: {
  tracker: Tracker;
  form: TrackerFormProps<Tracker>;
  children: (shared: TrackerFieldState) => ReactNode;
}) {
  return (
    <ActionForm action={action}>
      {({ fields }) => (
        <>
          {children({ fields, disabled })}
          <SyncCheckbox isOn={settings.syncsStatus} disabled={disabled} />
          {!disabled && <SubmitButton>Save {trackerNames[tracker]}</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
