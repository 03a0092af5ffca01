'use client';

import { useState } from 'react';
import { Field } from '@/components/ui/field';
import { Input, Textarea } from '@/components/ui/input';
import { Modal } from '@/components/ui/modal';
import { SubmitButton } from '@/components/ui/submit-button';
import { ActionForm, type FormAction } from '@/components/workspaces/action-form';
import type { Edited } from '@/lib/themes/schema';
import { EditPreview } from './edit-preview';
import { findWhole } from './find-whole';
import { ThemePicker } from './theme-picker';
import type { Question, ThemeActionsOf, ThemeEditor } from './use-theme-editor';

export type AskedTheme = { id: string; name: string; parentId: string | null };

type Props = { workspaceSlug: string; editor: ThemeEditor; actions: ThemeActionsOf; themes: AskedTheme[] };

const TITLES = {
  merge: 'Merge',
  move: 'Move',
  rename: 'Rename',
  split: 'Split off a part of',
  exclude: 'Set aside',
} as const;

/** The questions that an edit asks before it is saved. */
export function ThemeQuestions({ workspaceSlug, editor, actions, themes }: Props) {
  const { question, ask } = editor;
  const chosen = themes.filter(({ id }) => question?.themeIds.includes(id));
  const names = chosen.length === 1 ? `“${chosen[0]?.name}”` : `${chosen.length} themes`;
  return (
    <Modal
      isOpen={question !== null}
      onClose={() => ask(null)}
      title={question ? `${TITLES[question.kind]} ${names}` : ''}
    >
      {question && (
        <AskedForm
          key={JSON.stringify(question)}
          question={question}
          chosen={chosen}
          themes={themes}
          workspaceSlug={workspaceSlug}
          action={question.kind === 'exclude' ? actions.mark : actions[question.kind]}
          editor={editor}
        />
      )}
    </Modal>
  );
}

type FormProps = {
  question: Question;
  chosen: AskedTheme[];
  themes: AskedTheme[];
  workspaceSlug: string;
  action: FormAction<Edited>;
  editor: ThemeEditor;
};

function AskedForm({ question, chosen, themes, workspaceSlug, action, editor }: FormProps) {
  const { kind, themeIds, targetId } = question;
  const [target, setTarget] = useState<string | null>(targetId ?? null);
  const [words, setWords] = useState('');
  const [first] = chosen;
  const nameOf = new Map(themes.map(({ id, name }) => [id, name]));
  const whole = kind === 'move' ? findWhole(themes, chosen) : undefined;
  const others = themes
    .filter(({ id, parentId }) => !themeIds.includes(id) && (kind !== 'move' || (!parentId && !whole)))
    .map(({ id, name, parentId }) => ({ id, name, parentName: parentId ? nameOf.get(parentId) : null }));
  const saved: FormAction<Edited> = async (previous, form) => {
    const state = await action(previous, form);
    if (state.status === 'done') {
      editor.done(state.message, state.data?.batchId ?? null);
      editor.ask(null);
    }
    return state;
  };
  const one = <input type="hidden" name="themeId" value={first?.id} />;
  return (
    <ActionForm action={saved}>
      {({ fields }) => (
        <>
          {kind === 'rename' && (
            <>
              {one}
              <Field name="name" label="Name" error={fields?.name}>
                {(control) => (
                  <Input {...control} maxLength={80} autoComplete="off" defaultValue={first?.name} />
                )}
              </Field>
            </>
          )}
          {kind === 'split' && (
            <>
              {one}
              <Field name="name" label="Name of the part" error={fields?.name}>
                {(control) => <Input {...control} maxLength={80} autoComplete="off" />}
              </Field>
              <Field
                name="includeTerms"
                label="Words that set it apart"
                hint="A word or phrase on each line; one that ends in * stands for any ending. Sentences with them go to the part and leave this theme."
                error={fields?.includeTerms}
              >
                {(control) => (
                  <Textarea {...control} rows={4} onChange={(event) => setWords(event.target.value)} />
                )}
              </Field>
              <EditPreview
                workspaceSlug={workspaceSlug}
                themeIds={themeIds}
                edit={{ kind: 'split', words }}
              />
            </>
          )}
          {(kind === 'merge' || kind === 'move') && (
            <>
              {themeIds.map((id) => (
                <input key={id} type="hidden" name="themeIds" value={id} />
              ))}
              {whole && (
                <p className="text-ink-mute">
                  “{whole.name}” has sub-themes, and themes are two deep: it can only stand at the top. Move
                  its sub-themes first, or select them with it.
                </p>
              )}
              <ThemePicker
                name={kind === 'merge' ? 'intoId' : 'parentId'}
                label={kind === 'merge' ? 'It is a part of' : 'It stands under'}
                themes={others}
                {...(kind === 'move' ? { none: 'The top of the tree' } : {})}
                initial={whole ? undefined : targetId}
                onPick={setTarget}
                error={fields?.intoId ?? fields?.parentId}
              />
              <EditPreview workspaceSlug={workspaceSlug} themeIds={themeIds} edit={{ kind, into: target }} />
            </>
          )}
          {kind === 'exclude' && (
            <>
              {themeIds.map((id) => (
                <input key={id} type="hidden" name="themeIds" value={id} />
              ))}
              <input type="hidden" name="mark" value="exclude" />
              <input type="hidden" name="on" value="yes" />
              <p>
                Neither counted nor ranked from now on; sub-themes move up. It can be used again at any time.
              </p>
              <EditPreview workspaceSlug={workspaceSlug} themeIds={themeIds} edit={{ kind }} />
            </>
          )}
          <SubmitButton {...(kind === 'exclude' ? { 'data-focus-first': true } : {})}>
            {kind === 'split' ? 'Split off' : TITLES[kind]}
          </SubmitButton>
        </>
      )}
    </ActionForm>
  );
}
