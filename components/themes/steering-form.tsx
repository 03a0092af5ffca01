'use client';

import { Card } from '@/components/ui/card';
import { Field } from '@/components/ui/field';
import { Textarea } from '@/components/ui/input';
import { Section } from '@/components/ui/section';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { Steering } from '@/lib/themes/decision';
import type { Edited } from '@/lib/themes/schema';

type Props = {
  theme: Steering & { id: string };
  /** Null for those who may not, and for a locked theme. */
  steer: FormAction<Edited> | null;
};

const WORDS = 'A word or phrase on each line; one that ends in * stands for any ending.';

const FIELDS = [
  {
    name: 'definition',
    label: 'Definition',
    hint: 'What it means, for people. Of a theme that people made, the classifier reads it too.',
    rows: 2,
  },
  {
    name: 'includeTerms',
    label: 'Words that belong to it',
    hint: `${WORDS} A sentence with one of them gets the theme.`,
    rows: 4,
  },
  {
    name: 'excludeTerms',
    label: 'Words that keep it out',
    hint: `${WORDS} A sentence with one of them never gets the theme.`,
    rows: 4,
  },
  {
    name: 'examples',
    label: 'Examples',
    hint: 'A sentence on each line. Sentences that people put in the theme, or took off it, are examples too.',
    rows: 4,
  },
] as const;

/** What belongs to a theme, in people's words. */
export function SteeringForm({ theme, steer }: Props) {
  const textOf = (name: (typeof FIELDS)[number]['name']) => [theme[name]].flat().join('\n');
  return (
    <Section
      title="What belongs to it"
      description="All comments are assigned anew within a minute of a change; new ones as they come in."
    >
      <Card>
        {steer ? (
          <ActionForm action={steer}>
            {({ fields }) => (
              <>
                <input type="hidden" name="themeId" value={theme.id} />
                <div className="grid gap-5 lg:grid-cols-2">
                  {FIELDS.map(({ name, label, hint, rows }) => (
                    <Field key={name} name={name} label={label} hint={hint} error={fields?.[name]}>
                      {(control) => <Textarea {...control} rows={rows} defaultValue={textOf(name)} />}
                    </Field>
                  ))}
                </div>
                <SubmitButton>Save</SubmitButton>
              </>
            )}
          </ActionForm>
        ) : (
          <dl className="grid gap-4 lg:grid-cols-2">
            {FIELDS.map(({ name, label }) => (
              <div key={name}>
                <dt className="font-medium">{label}</dt>
                <dd className="whitespace-pre-line text-ink-mute">{textOf(name) || 'None'}</dd>
              </div>
            ))}
          </dl>
        )}
      </Card>
    </Section>
  );
}
