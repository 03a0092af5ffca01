'use client';

import { useActionState } from 'react';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Dropzone } from '@/components/ui/dropzone';
import { FormMessage } from '@/components/ui/form-message';
import { Section } from '@/components/ui/section';
import { SubmitButton } from '@/components/ui/submit-button';
import { type Column, Table } from '@/components/ui/table';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { TaxonomyPreview } from '@/lib/annotations/import-taxonomy';
import type { PlannedRow } from '@/lib/annotations/plan-taxonomy';
import type { TaxonomyError } from '@/lib/annotations/taxonomy-csv';
import { formatCount } from '@/lib/core/format';
import { idle } from '@/lib/http/action-state';

type Previewed = { text: string; preview: TaxonomyPreview };

type Props = {
  templates: { name: string; label: string; themes: number }[];
  preview: FormAction<Previewed>;
  apply: FormAction;
};

/** Rows shown of a file; the counts are of all. */
const MOST_SHOWN = 200;

/** Takes a taxonomy from a file or a template, shows what it would do, then does it. */
export function TaxonomyImport({ templates, preview, apply }: Props) {
  const [state, send] = useActionState(preview, idle);
  return (
    <div className="space-y-8">
      <Section
        title="Import a file"
        description="A CSV file with a column “theme” (“name”, “topic” or “category” mean the same), and if you like “parent”, “definition”, “examples”, “words” and “exclude words”. Several entries of a cell stand on lines of their own, or are kept apart by a bar (“|”). You see what it would do before anything is changed."
      >
        <form action={send} className="max-w-2xl space-y-4">
          <Dropzone name="file" label="CSV file" hint="Up to 1 MB and 2,000 themes." accept=".csv,text/csv" />
          <SubmitButton>Preview the file</SubmitButton>
        </form>
      </Section>
      <Section
        title="Start from a template"
        description="Themes of a trade with definitions, words and examples, to be cut to your own. Themes you have stay."
      >
        <form action={send} className="flex flex-wrap gap-2">
          {templates.map(({ name, label, themes }) => (
            <SubmitButton key={name} variant="secondary" name="template" value={name}>
              {label} ({themes})
            </SubmitButton>
          ))}
        </form>
      </Section>
      <div aria-live="polite">
        {state.status === 'failed' && <FormMessage tone="negative">{state.message}</FormMessage>}
        {state.data && <Preview key={state.data.text} {...state.data} apply={apply} />}
      </div>
    </div>
  );
}

function Preview({ text, preview: { rows, errors }, apply }: Previewed & { apply: FormAction }) {
  const wrong = new Set(errors.map(({ line }) => line));
  const fitting = rows.filter(({ line }) => !wrong.has(line));
  const added = fitting.filter(({ themeId }) => themeId === null).length;
  const changed = fitting.filter(({ themeId, changes }) => themeId !== null && changes).length;
  const same = fitting.length - added - changed;
  return (
    <Section
      title="What it would do"
      description={`${formatCount(added, 'theme')} new, ${formatCount(changed, 'theme')} changed, ${formatCount(same, 'theme')} as before. What the file says of a theme you have replaces what is there; an empty cell changes nothing.`}
    >
      {errors.length > 0 ? (
        <ErrorTable errors={errors} />
      ) : added + changed === 0 ? (
        <FormMessage tone="positive">All of it holds already: there is nothing to import.</FormMessage>
      ) : (
        <ActionForm action={apply}>
          {() => (
            <>
              <input type="hidden" name="text" value={text} />
              <SubmitButton>Import {formatCount(added + changed, 'theme')}</SubmitButton>
            </>
          )}
        </ActionForm>
      )}
      {fitting.length > 0 && (
        <Card flush>
          <Table
            caption={`${errors.length > 0 ? 'Themes of the lines that fit' : 'Themes of the file'}${fitting.length > MOST_SHOWN ? `, the first ${MOST_SHOWN} of ${fitting.length}` : ''}`}
            columns={ROW_COLUMNS}
            rows={fitting.slice(0, MOST_SHOWN)}
            rowKey={({ line }) => String(line)}
            onPhone="cards"
          />
        </Card>
      )}
    </Section>
  );
}

const ROW_COLUMNS: Column<PlannedRow>[] = [
  { key: 'name', header: 'Theme', cell: ({ name }) => name },
  { key: 'parent', header: 'Parent', cell: ({ parent }) => parent || '–' },
  {
    key: 'does',
    header: 'Import',
    cell: ({ themeId, changes }) => (
      <Badge tone={changes ? 'accent' : 'neutral'}>
        {themeId === null ? 'New' : changes ? 'Changes' : 'As before'}
      </Badge>
    ),
  },
  { key: 'definition', header: 'Definition', cell: ({ definition }) => definition || '–' },
  { key: 'words', header: 'Words', cell: ({ includeTerms }) => includeTerms.join(', ') || '–' },
  { key: 'examples', header: 'Examples', align: 'right', cell: ({ examples }) => examples.length },
];

function ErrorTable({ errors }: { errors: TaxonomyError[] }) {
  const columns: Column<TaxonomyError>[] = [
    { key: 'line', header: 'Line', cell: ({ line }) => line },
    { key: 'problem', header: 'What is wrong', cell: ({ problem }) => problem },
    { key: 'mend', header: 'How to mend it', cell: ({ mend }) => mend },
  ];
  return (
    <div className="space-y-3">
      <FormMessage tone="negative">
        {formatCount(errors.length, 'line')} cannot be imported. Mend them in the file and preview it again;
        nothing is imported until all fit.
      </FormMessage>
      <Card flush>
        <Table
          caption="Lines that cannot be imported"
          columns={columns}
          rows={errors.slice(0, MOST_SHOWN)}
          rowKey={({ line, problem }) => `${line} ${problem}`}
          onPhone="cards"
        />
      </Card>
    </div>
  );
}
