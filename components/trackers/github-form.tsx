'use client';

import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { SettingValue } from '@/lib/settings/schema';
import { SyncCheckbox } from './sync-checkbox';
import { TextField } from './text-field';
import { TokenField } from './token-field';

type Props = { action: FormAction; settings: SettingValue<'github'>; hasToken: boolean; disabled: boolean };

/** In which repository tickets are made, and with which labels. */
export function GithubForm({ action, settings, hasToken, disabled }: Props) {
  return (
    <ActionForm action={action}>
      {({ fields }) => {
        const shared = { fields, disabled };
        return (
          <>
            <TextField
              {...shared}
              name="apiUrl"
              type="url"
              label="Address of the API"
              hint="https://api.github.com, or https://HOST/api/v3 of GitHub Enterprise."
              value={settings.apiUrl}
            />
            <TokenField {...shared} hasToken={hasToken} />
            <div className="grid gap-5 sm:grid-cols-2">
              <TextField {...shared} name="owner" label="Owner" value={settings.owner} />
              <TextField {...shared} name="repository" label="Repository" value={settings.repository} />
            </div>
            <TextField
              {...shared}
              name="labels"
              label="Labels"
              hint="With commas between them."
              value={settings.labels.join(', ')}
            />
            <SyncCheckbox isOn={settings.syncsStatus} disabled={disabled} />
            {!disabled && <SubmitButton>Save GitHub</SubmitButton>}
          </>
        );
      }}
    </ActionForm>
  );
}
