'use client';

import { type ReactNode, useMemo, useState } from 'react';
import { Card } from '@/components/ui/card';
import { FormMessage } from '@/components/ui/form-message';
import { Section } from '@/components/ui/section';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import { formatCount } from '@/lib/core/format';
import type { ImportTarget } from '@/lib/ingest/csv/fields';
import { findUnread } from '@/lib/ingest/csv/mapping';
import type { SourceChoice } from '@/lib/ingest/ensure-source';
import type { ImportProfile } from '@/lib/ingest/schema';
import { columnAnchor } from './column-anchor';
import { ColumnCard } from './column-card';
import type { OptionLists } from './column-options';
import { fieldOptions } from './field-labels';
import { FileDefaults } from './file-defaults';
import {
  assignField,
  type Draft,
  type DraftColumn,
  type DraftProblem,
  findDraftProblems,
  makeDraft,
  toChosen,
} from './mapping-draft';
import { previewRows } from './preview-rows';
import { PreviewTable } from './preview-table';
import { countRowsAhead, type RowsAhead } from './rows-ahead';
import { RowsLeftOut } from './rows-left-out';
import { ScaleDoubts } from './scale-doubts';
import { SourceField } from './source-field';

type Props = {
  importId: string;
  target: ImportTarget;
  profile: ImportProfile;
  lists: OptionLists;
  sources: SourceChoice;
  start: FormAction;
};

/** Which column fills what: the guess to look over, the questions only a person can answer, and the first rows. */
export function MappingEditor({ importId, target, profile, lists, sources, start }: Props) {
  const [draft, setDraft] = useState<Draft>(() => makeDraft(target, profile));
  const problems = useMemo(() => findDraftProblems(draft), [draft]);
  const rows = useMemo(() => countRowsAhead(draft, profile), [draft, profile]);
  const preview = useMemo(() => previewRows(draft, problems, profile), [draft, problems, profile]);
  // Cards stay where the guess put them, whatever is chosen: nothing jumps from under the finger.
  const [groups] = useState(() => groupColumns(draft, profile));

  const card = ({ column }: DraftColumn) => {
    const current = draft.columns.find((each) => each.column === column);
    const found = profile.columns.find(({ name }) => name === column);
    if (!current || !found) return null;
    return (
      <ColumnCard
        key={column}
        target={target}
        draft={current}
        profile={found}
        reason={reasonOf(profile, current)}
        problem={problems.find((problem) => problem.column === column)?.message ?? null}
        lists={lists}
        onField={(field) => setDraft(assignField(draft, profile, column, field))}
        onOptions={(options) =>
          setDraft({
            ...draft,
            columns: draft.columns.map((each) => (each.column === column ? { ...each, options } : each)),
          })
        }
      />
    );
  };

  return (
    <>
      <Section
        title="Columns"
        description={
          profile.saved
            ? 'Mapped like the last file with these columns. Check it and change what is wrong.'
            : 'Our guess for each column, and why. Check it and change what is wrong.'
        }
      >
        <MappedAnew columns={profile.saved?.anew ?? []} />
        <Card flush>
          <ul className="divide-y divide-line">{groups.filling.map(card)}</ul>
        </Card>
        <FoldedColumns title="kept as extra fields" columns={groups.kept} card={card} />
        <FoldedColumns title="left out" columns={groups.left} card={card} />
      </Section>
      <FileDefaults draft={draft} lists={lists} onChange={(defaults) => setDraft({ ...draft, defaults })} />
      <Section
        title="First rows"
        description={
          target === 'feedback'
            ? 'As they will be stored, without the personal data that is found in texts.'
            : 'As they will be stored.'
        }
      >
        {preview ? (
          <PreviewTable target={target} rows={preview} />
        ) : (
          <FormMessage tone="neutral">
            {`They appear once you choose the column with the ${target === 'feedback' ? 'comments' : 'account identifiers'}.`}
          </FormMessage>
        )}
      </Section>
      <ActionForm action={start} className="space-y-4">
        {() => (
          <>
            {target === 'feedback' && <SourceField {...sources} />}
            <OpenQuestions problems={problems} />
            <Hints profile={profile} draft={draft} />
            <input type="hidden" name="importId" value={importId} />
            <input type="hidden" name="mapping" value={JSON.stringify(toChosen(draft))} />
            <RowsLeftOut rows={rows} target={target} />
            <SubmitButton disabled={problems.length > 0}>{startLabel(rows)}</SubmitButton>
          </>
        )}
      </ActionForm>
    </>
  );
}

function startLabel({ importable: count, isExact }: RowsAhead): string {
  if (isExact) return `Import ${formatCount(count, 'row')}`;
  const magnitude = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, count))) - 1);
  return `Import about ${formatCount(Math.round(count / magnitude) * magnitude, 'row')}`;
}

/** Columns of text offered where none was clear enough to be taken for the comments. */
const OFFERED_TEXTS = 8;

/** Columns that fill a field, or might be the comments that nobody has found yet; then those kept, those left out. */
function groupColumns({ target, columns }: Draft, profile: ImportProfile) {
  const hasText = target !== 'feedback' || columns.some(({ field }) => field === 'text');
  const texts = profile.columns
    .filter(({ looksLike }) => !hasText && looksLike === 'text')
    .sort((a, b) => b.averageLength * b.filledShare - a.averageLength * a.filledShare)
    .slice(0, OFFERED_TEXTS)
    .map(({ name }) => name);
  const isOffered = ({ column, field }: DraftColumn) =>
    (field !== 'custom' && field !== 'skip') || texts.includes(column);
  const rest = columns.filter((column) => !isOffered(column));
  return {
    filling: columns.filter(isOffered),
    kept: rest.filter(({ field }) => field === 'custom'),
    left: rest.filter(({ field }) => field === 'skip'),
  };
}

/** The reason of the guess, as long as the guess stands. */
function reasonOf({ guess, saved }: ImportProfile, { column, field }: DraftColumn): string | null {
  const isGuessed = !saved || saved.anew.includes(column);
  if (!isGuessed || field === 'custom' || field === 'skip') return null;
  return guess.columns.find((each) => each.column === column && each.field === field)?.reason ?? null;
}

/** Names the columns of which the last file said nothing. */
function MappedAnew({ columns }: { columns: string[] }) {
  if (columns.length === 0) return null;
  return (
    <FormMessage
      tone="accent"
      title={`Guessed anew, as the last file did not settle ${columns.length === 1 ? 'it' : 'them'}: ${formatCount(columns.length, 'column')}`}
    >
      {`${columns
        .slice(0, 6)
        .map((column) => `“${column}”`)
        .join(', ')}${columns.length > 6 ? ' and others' : ''}.`}
    </FormMessage>
  );
}

type FoldedProps = { title: string; columns: DraftColumn[]; card: (column: DraftColumn) => ReactNode };

/** Columns that fill no field of ours, behind one line, since there may be hundreds. */
function FoldedColumns({ title, columns, card }: FoldedProps) {
  const [isOpen, setIsOpen] = useState(false);
  if (columns.length === 0) return null;
  const names = columns
    .slice(0, 6)
    .map(({ column }) => (column.length > 40 ? `${column.slice(0, 40)}…` : column));
  return (
    <Card flush>
      <details open={isOpen} onToggle={(event) => setIsOpen(event.currentTarget.open)}>
        <summary className="cursor-pointer px-4 py-3 sm:px-5">
          <span className="font-medium">
            {formatCount(columns.length, 'column')} {title}
          </span>
          <span className="block break-words text-sm text-ink-mute">
            {names.join(', ')}
            {columns.length > names.length && ' and others'}
          </span>
        </summary>
        {isOpen && <ul className="divide-y divide-line border-t border-line">{columns.map(card)}</ul>}
      </details>
    </Card>
  );
}

function OpenQuestions({ problems }: { problems: DraftProblem[] }) {
  if (problems.length === 0) return null;
  return (
    <FormMessage tone="warning" title={`Before the import can start (${problems.length})`}>
      <ul className="list-disc pl-5">
        {problems.map(({ column, message }) => (
          <li key={`${column}${message}`}>
            {column === null ? (
              message
            ) : (
              <a className="underline underline-offset-2" href={`#${columnAnchor(column)}`}>
                {message}
              </a>
            )}
          </li>
        ))}
      </ul>
    </FormMessage>
  );
}

function Hints({ profile, draft }: { profile: ImportProfile; draft: Draft }) {
  const labels = new Map(fieldOptions(draft.target).map(({ field, label }) => [field, label]));
  return (
    <>
      {findUnread(draft.target, profile.columns, draft.columns).map(({ column, field }) => (
        <FormMessage key={column} tone="accent" title={`“${column}” is not read as ${labels.get(field)}`}>
          {`It is named so, but too many of its values cannot be read as that. It is kept as an extra field; choose “${labels.get(field)}” for it to import the rows that can be read and have the others listed.`}
        </FormMessage>
      ))}
      <ScaleDoubts profile={profile} draft={draft} labels={labels} />
      <UndatedChurn profile={profile} draft={draft} />
    </>
  );
}

function UndatedChurn({ profile, draft }: { profile: ImportProfile; draft: Draft }) {
  const fills = (field: string) => draft.columns.some((each) => each.field === field);
  if (draft.target !== 'accounts' || !fills('churned') || fills('churnedAt')) return null;
  const flag = draft.columns.find(({ field }) => field === 'churned')?.column;
  return (
    <FormMessage tone="accent" title="Who churned is known, but not when">
      {`“${flag}” is kept and shown, but without a date it counts in no churn figure: `}
      {profile.columns.some(({ looksLike }) => looksLike === 'date')
        ? 'if one of the columns is the churn date, choose “Churn date” for it.'
        : 'the file has no date column that could be it.'}
    </FormMessage>
  );
}
