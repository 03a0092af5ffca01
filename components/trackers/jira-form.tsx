'use client';

import { TextField } from './text-field';
import { TokenField } from './token-field';
import { TrackerForm, type TrackerFormProps } from './tracker-form';

/** Where tickets are made in Jira, and which of its fields get what. */
export function JiraForm(props: TrackerFormProps<'jira'>) {
  const { settings, hasToken } = props;
  return (
    <TrackerForm tracker="jira" form={props}>
      {(shared) => (
        <>
          <TextField
            {...shared}
            name="baseUrl"
            type="url"
            label="Address"
            hint="https://acme.atlassian.net"
            value={settings.baseUrl}
          />
          <TextField {...shared} name="email" type="email" label="E-mail address" value={settings.email} />
          <TokenField {...shared} hasToken={hasToken} />
          <div className="grid gap-5 sm:grid-cols-2">
            <TextField
              {...shared}
              name="projectKey"
              label="Project"
              hint="Its key, such as ED."
              value={settings.projectKey}
            />
            <TextField {...shared} name="issueType" label="Issue type" value={settings.issueType} />
          </div>
          <fieldset className="space-y-4">
            <legend className="mb-3 text-lg font-semibold">What goes into which field</legend>
            <TextField
              {...shared}
              name="labels"
              label="Labels"
              hint="With commas between them. A further label, by which the ticket is found again, is added."
              value={settings.labels.join(', ')}
            />
            <div className="grid gap-4 sm:grid-cols-3">
              <TextField
                {...shared}
                name="high"
                label="Priority from 67"
                hint="Such as High. Empty: a ticket is sent without; the file for Jira’s import says High, Medium, Low."
                value={settings.priorities.high}
              />
              <TextField
                {...shared}
                name="medium"
                label="Priority from 34"
                value={settings.priorities.medium}
              />
              <TextField {...shared} name="low" label="Priority below" value={settings.priorities.low} />
            </div>
            <div className="grid gap-4 sm:grid-cols-2">
              <TextField
                {...shared}
                name="scoreField"
                label="Field for the priority score"
                hint="A number field, such as customfield_10000. Empty: not sent."
                value={settings.scoreField}
              />
              <TextField
                {...shared}
                name="atRiskField"
                label="Field for the ARR at risk"
                hint="In whole units of your currency."
                value={settings.atRiskField}
              />
            </div>
          </fieldset>
        </>
      )}
    </TrackerForm>
  );
}
