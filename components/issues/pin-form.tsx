'use client';

import { ButtonLink } from '@/components/ui/button';
import { Field } from '@/components/ui/field';
import { Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { TextLink } from '@/components/ui/text-link';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Props = {
  feedbackId: string;
  issuesHref: string;
  pinnedTo: { id: string; title: string }[];
  /** Null for those who only read. */
  editing: { pin: FormAction; choices: { id: string; title: string }[] } | null;
};

/** The issues that a statement is evidence of, and a way to pin it to another one. */
export function PinForm({ feedbackId, issuesHref, pinnedTo, editing }: Props) {
  const free = editing?.choices.filter(({ id }) => !pinnedTo.some((pinned) => pinned.id === id)) ?? [];
  return (
    <div className="space-y-4">
      {pinnedTo.length === 0 ? (
        <p className="text-ink-mute">Pinned to no issue.</p>
      ) : (
        <ul className="space-y-1">
          {pinnedTo.map(({ id, title }) => (
            <li key={id}>
              <TextLink href={`${issuesHref}/${id}#evidence`}>{title}</TextLink>
            </li>
          ))}
        </ul>
      )}
      {editing && (
        <ActionForm action={editing.pin} className="space-y-3">
          {({ fields }) => (
            <>
              <input type="hidden" name="feedbackId" value={feedbackId} />
              {free.length > 0 && (
                <Field name="issueId" label="Pin it to" error={fields?.issueId ?? null}>
                  {(control) => (
                    <Select {...control} defaultValue="">
                      <option value="">Choose an issue</option>
                      {free.map(({ id, title }) => (
                        <option key={id} value={id}>
                          {title}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
              )}
              <div className="flex flex-wrap gap-2">
                {free.length > 0 && <SubmitButton variant="secondary">Pin</SubmitButton>}
                <ButtonLink href={`${issuesHref}/new?feedback=${feedbackId}`}>Make an issue of it</ButtonLink>
              </div>
            </>
          )}
        </ActionForm>
      )}
    </div>
  );
}
