'use client';

import { Checkbox } from '@/components/ui/checkbox';
import { TextField } from './text-field';
import { TokenField } from './token-field';
import { TrackerForm, type TrackerFormProps } from './tracker-form';

/** Where tickets are made in Linear, and which of its fields get what. */
export function LinearForm(props: TrackerFormProps<'linear'>) {
  const { settings, hasToken, disabled } = props;
  return (
    <TrackerForm tracker="linear" form={props}>
      {(shared) => (
        <>
          <TextField
            {...shared}
            name="apiUrl"
            type="url"
            label="Address of the API"
            value={settings.apiUrl}
          />
          <TokenField {...shared} hasToken={hasToken} />
          <TextField {...shared} name="teamId" label="Team" hint="Its id, a UUID." value={settings.teamId} />
          <TextField
            {...shared}
            name="labelIds"
            label="Labels"
            hint="Their ids, with commas between them."
            value={settings.labelIds.join(', ')}
          />
          <Checkbox
            name="sendsPriority"
            label="Send a priority"
            hint="A score from 67 is High, from 34 Medium, below Low."
            defaultChecked={settings.sendsPriority}
            disabled={disabled}
          />
          <Checkbox
            name="sendsEstimate"
            label="Send the effort as the estimate"
            hint="In whole days, where your team estimates in them."
            defaultChecked={settings.sendsEstimate}
            disabled={disabled}
          />
        </>
      )}
    </TrackerForm>
  );
}
