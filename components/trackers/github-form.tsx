'use client';

import { TextField } from './text-field';
import { TokenField } from './token-field';
import { TrackerForm, type TrackerFormProps } from './tracker-form';

/** In which repository tickets are made, and with which labels. */
export function GithubForm(props: TrackerFormProps<'github'>) {
  const { settings, hasToken } = props;
  return (
    <TrackerForm tracker="github" form={props}>
      {(shared) => (
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
        </>
      )}
    </TrackerForm>
  );
}
