'use client';

import { GitMerge, Pencil } from 'lucide-react';
import { useState } from 'react';
import { Dialog } from '@/components/ui/dialog';
import { Field } from '@/components/ui/field';
import { FormMessage } from '@/components/ui/form-message';
import { Input, Select } from '@/components/ui/input';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { Edited } from '@/lib/themes/schema';

type Props = {
  theme: { id: string; name: string };
  /** What it may become a part of. */
  others: { id: string; name: string }[];
  rename: FormAction<Edited>;
  merge: FormAction<Edited>;
};

/** What people decide about a theme: its name, and whether it is a part of another. */
export function ThemeActions({ theme, others, rename, merge }: Props) {
  const [renamed, setRenamed] = useState<string>();
  return (
    <>
      <Dialog
        trigger={
          <>
            <Pencil aria-hidden />
            Rename
          </>
        }
        title="Rename the theme"
        description="The name holds everywhere, and later discoveries keep it."
      >
        <ActionForm action={rename} onDone={setRenamed}>
          {({ fields }) => (
            <>
              <input type="hidden" name="themeId" value={theme.id} />
              <Field name="name" label="Name" error={fields?.name}>
                {(control) => (
                  <Input {...control} maxLength={80} autoComplete="off" defaultValue={theme.name} />
                )}
              </Field>
              <SubmitButton>Rename</SubmitButton>
            </>
          )}
        </ActionForm>
      </Dialog>
      {others.length > 0 && (
        <Dialog
          trigger={
            <>
              <GitMerge aria-hidden />
              Merge
            </>
          }
          title="Merge into another theme"
          description={`From then on comments on “${theme.name}” count for the other theme, everywhere. It can be undone on the other theme's page.`}
        >
          <ActionForm action={merge}>
            {({ fields }) => (
              <>
                <input type="hidden" name="themeIds" value={theme.id} />
                <Field name="intoId" label="It is a part of" error={fields?.intoId}>
                  {(control) => (
                    <Select {...control} defaultValue="">
                      <option value="" disabled>
                        Choose a theme
                      </option>
                      {others.map((other) => (
                        <option key={other.id} value={other.id}>
                          {other.name}
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
      {renamed && (
        <div className="basis-full">
          <FormMessage tone="positive">{renamed}</FormMessage>
        </div>
      )}
    </>
  );
}
