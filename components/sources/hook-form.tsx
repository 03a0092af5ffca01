'use client';

import { useState } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { NewHook } from '@/lib/ingest/hooks/create-hook';
import { type HookKindName, hookKindKeys, hookKindNames } from '@/lib/ingest/hooks/hook-schema';
import { MappingFields } from './mapping-fields';
import { NewHookNotice } from './new-hook-notice';

/** What to do in the other system, and whose its signing secret is. */
const HOW: Record<HookKindName, { text: string; secretLabel?: string; secretHint?: string }> = {
  zendesk: {
    text: 'In Zendesk, make a webhook for the events Ticket created, Ticket comment added and Ticket soft deleted. It shows its signing secret: enter that here.',
    secretLabel: 'Signing secret',
  },
  intercom: {
    text: 'In Intercom’s developer hub, subscribe your app to conversation topics. It signs with the client secret of the app.',
    secretLabel: 'Client secret',
  },
  freshdesk: {
    text: 'In Freshdesk, make an automation rule for new tickets that triggers a webhook: POST, JSON, simple, with ticket id, subject, description and the contact’s e-mail. Freshdesk does not sign: the address itself is the secret.',
  },
  typeform: {
    text: 'In Typeform, add a webhook to the form and enter the secret that you get here.',
  },
  chatwoot: {
    text: 'In Chatwoot, add a webhook for Message created and Message updated.',
    secretLabel: 'Secret',
    secretHint:
      'Shown beside the webhook there. Older versions do not sign: then leave it empty, and the address itself is the secret.',
  },
  email: {
    text: 'An address for letters of customers: let your support mailbox forward to it. What is quoted and the signature are cut, letters of your own people and automatic replies are left out. Whoever knows the address can write to it.',
  },
  generic: {
    text: 'Any system that sends JSON. Say below where in it what is.',
  },
};

/** Makes an address for another system and shows it, this once. */
export function HookForm({ action }: { action: FormAction<NewHook> }) {
  const [kind, choose] = useState<HookKindName>('zendesk');
  const { text, secretLabel, secretHint } = HOW[kind];
  return (
    <ActionForm<NewHook> action={action}>
      {({ fields, data }) => (
        <>
          {data && <NewHookNotice hook={data} />}
          <div className="grid gap-5 sm:grid-cols-2">
            <Field name="kind" label="System">
              {(control) => (
                <Select
                  {...control}
                  value={kind}
                  onChange={(event) => choose(event.target.value as HookKindName)}
                >
                  {hookKindKeys.map((name) => (
                    <option key={name} value={name}>
                      {hookKindNames[name]}
                    </option>
                  ))}
                </Select>
              )}
            </Field>
            <Field
              name="name"
              label="Name"
              required={false}
              hint="Named like a connector of the same system, both fill one source: nothing is stored twice."
              error={fields?.name ?? null}
            >
              {(control) => <Input {...control} autoComplete="off" placeholder={hookKindNames[kind]} />}
            </Field>
          </div>
          <p className="max-w-prose text-ink-mute">{text}</p>
          {secretLabel && (
            <Field
              name="secret"
              label={secretLabel}
              hint={secretHint ?? 'Kept encrypted and never shown again.'}
              error={fields?.secret ?? null}
            >
              {(control) => <Input {...control} type="password" autoComplete="off" />}
            </Field>
          )}
          {kind === 'generic' && (
            <>
              <Checkbox
                name="isSigned"
                label="It signs by Standard Webhooks"
                hint="Then you get a secret for it, and unsigned messages are refused. Otherwise the address itself is the secret."
              />
              <MappingFields fields={fields} />
            </>
          )}
          <SubmitButton>Make the address</SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
