'use client';

import { ButtonLink } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';

type Props = {
  issueId: string;
  /** What it may be merged into: nothing for one that is merged already, or follows its theme. */
  choices: { id: string; title: string }[];
  /** Where its theme is merged, and the issue with it; null without a theme. */
  themesHref: string | null;
  /** Statements pinned to this issue itself, by their first words. */
  statements: { evidenceId: string; excerpt: string }[];
  merge: FormAction;
  split: FormAction;
};

/** Puts two issues made by hand together, or takes one apart. */
export function MergeAndSplit({ issueId, choices, themesHref, statements, merge, split }: Props) {
  return (
    <>
      {themesHref && (
        <ButtonLink size="small" href={themesHref}>
          Merge under Themes
        </ButtonLink>
      )}
      {choices.length > 0 && (
        <Dialog
          size="small"
          trigger="Merge"
          title="Merge into another issue"
          description="This issue then leads there, and what is pinned to it counts there. It can be undone."
        >
          <ActionForm action={merge}>
            {({ fields }) => (
              <>
                <input type="hidden" name="issueId" value={issueId} />
                <Field name="intoId" label="Issue" error={fields?.intoId ?? null}>
                  {(control) => (
                    <Select {...control} defaultValue="">
                      <option value="">Choose</option>
                      {choices.map(({ id, title }) => (
                        <option key={id} value={id}>
                          {title}
                        </option>
                      ))}
                    </Select>
                  )}
                </Field>
                <SubmitButton>Merge</SubmitButton>
              </>
            )}
          </ActionForm>
        </Dialog>
      )}
      <Dialog
        size="small"
        trigger="Split"
        title="Split a new issue off"
        description="The new issue remembers where it came from. Ticked statements move to it."
      >
        <ActionForm action={split}>
          {({ fields }) => (
            <>
              <input type="hidden" name="issueId" value={issueId} />
              <Field name="title" label="Title of the new issue" error={fields?.title ?? null}>
                {(control) => <Input {...control} maxLength={200} autoComplete="off" />}
              </Field>
              {statements.length > 0 && (
                <fieldset className="space-y-2">
                  <legend className="mb-1 font-medium">Pinned statements to move</legend>
                  {statements.map(({ evidenceId, excerpt }) => (
                    <Checkbox key={evidenceId} name="evidenceIds" value={evidenceId} label={excerpt} />
                  ))}
                </fieldset>
              )}
              <SubmitButton>Split</SubmitButton>
            </>
          )}
        </ActionForm>
      </Dialog>
    </>
  );
}
