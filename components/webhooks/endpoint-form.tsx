'use client';

import { useId, useState } from 'react';
import { CopyText } from '@/components/surveys/copy-text';
import { Checkbox } from '@/components/ui/checkbox';
import { Field, FieldError } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import {
  type EventType,
  eventTypeKeys,
  eventTypes,
  type EndpointForm as Values,
} from '@/lib/outbound/webhooks/event-types';

type Props = {
  /** Hands back a secret where one was made. */
  action: FormAction<{ secret: string }>;
  themes: { id: string; name: string }[];
  /** Absent for a new one. */
  endpoint?: Values & { id: string };
  disabled?: boolean;
};

/** Where to send, and what of. */
export function EndpointForm({ action, themes, endpoint, disabled = false }: Props) {
  const id = useId();
  const [events, choose] = useState<EventType[]>(endpoint?.events ?? []);
  return (
    <ActionForm<{ secret: string }> action={action} clears={!endpoint}>
      {({ fields, data }) => (
        <>
          {data && (
            <div className="min-w-0 space-y-2 rounded border border-line bg-sunken p-4">
              <p>Give it to the receiver now: it is shown only this once.</p>
              <CopyText key={data.secret} label="Signing secret" text={data.secret} />
            </div>
          )}
          {endpoint && <input type="hidden" name="endpointId" value={endpoint.id} />}
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="name" label="Name" error={fields?.name ?? null}>
              {(control) => (
                <Input {...control} autoComplete="off" defaultValue={endpoint?.name} disabled={disabled} />
              )}
            </Field>
            <Field
              name="url"
              label="Address"
              hint="Begins with https:// and lies on the public Internet."
              error={fields?.url ?? null}
            >
              {(control) => (
                <Input
                  {...control}
                  type="url"
                  autoComplete="off"
                  defaultValue={endpoint?.url}
                  disabled={disabled}
                />
              )}
            </Field>
          </div>
          <fieldset className="space-y-3" aria-describedby={fields?.events ? `${id}events` : undefined}>
            <legend className="mb-1.5 font-medium">What it is told</legend>
            {eventTypeKeys.map((type) => (
              <Checkbox
                key={type}
                name="events"
                value={type}
                label={eventTypes[type].name}
                hint={eventTypes[type].when}
                checked={events.includes(type)}
                disabled={disabled}
                onChange={({ target }) =>
                  choose(target.checked ? [...events, type] : events.filter((one) => one !== type))
                }
              />
            ))}
            {fields?.events && <FieldError id={`${id}events`}>{fields.events}</FieldError>}
          </fieldset>
          {events.includes('feedback.themed') && themes.length > 0 && (
            <fieldset>
              <legend className="mb-1.5 font-medium">Whose feedback: none ticked is all</legend>
              <div className="grid max-h-72 gap-2 overflow-y-auto rounded border border-line p-3 sm:grid-cols-2">
                {themes.map((theme) => (
                  <Checkbox
                    key={theme.id}
                    name="themeIds"
                    value={theme.id}
                    label={theme.name}
                    defaultChecked={endpoint?.themeIds.includes(theme.id) ?? false}
                    disabled={disabled}
                  />
                ))}
              </div>
            </fieldset>
          )}
          {!disabled && <SubmitButton>{endpoint ? 'Save' : 'Make the webhook'}</SubmitButton>}
        </>
      )}
    </ActionForm>
  );
}
