'use client';

import { Field } from '@/components/ui/field';
import { Input } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { FoundPerson } from '@/lib/privacy/find-people';

/** Finds the person who asks. What is typed goes in no address, so that no history or log keeps it. */
export function FindPerson({
  action,
  workspaceSlug,
}: {
  action: FormAction<FoundPerson[]>;
  workspaceSlug: string;
}) {
  return (
    <ActionForm action={action}>
      {({ data, fields }) => (
        <>
          <Field
            name="sought"
            label="Who asks"
            hint="E-mail address, phone number with country code, identifier or full name, exactly."
            error={fields?.sought ?? null}
          >
            {(control) => <Input {...control} autoComplete="off" />}
          </Field>
          <SubmitButton>Find</SubmitButton>
          {data && (
            <div role="status">
              {data.length === 0 && <p>Nobody here is known by that.</p>}
              <ul className="divide-y divide-line">
                {data.map(({ id, name, accounts }) => (
                  <li key={id} className="py-2">
                    <TextLink href={`/w/${workspaceSlug}/contacts/${id}`} dir="auto">
                      {name}
                    </TextLink>
                    {accounts.length > 0 && (
                      <span className="block text-sm text-ink-mute" dir="auto">
                        {accounts.join(', ')}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </ActionForm>
  );
}
