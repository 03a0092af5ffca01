'use client';

import { EyeOff, FolderInput, GitMerge, Lock, LockOpen, Pencil, Split } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { EditorMessage } from './editor-message';
import { type AskedTheme, ThemeQuestions } from './theme-questions';
import { type Question, type ThemeActionsOf, useThemeEditor } from './use-theme-editor';

type Props = {
  workspaceSlug: string;
  theme: { id: string; isLocked: boolean; isExcluded: boolean };
  /** It and all others. */
  themes: AskedTheme[];
  actions: ThemeActionsOf;
};

const QUESTIONS: readonly { kind: Question['kind']; label: string; icon: typeof Pencil }[] = [
  { kind: 'rename', label: 'Rename', icon: Pencil },
  { kind: 'merge', label: 'Merge', icon: GitMerge },
  { kind: 'move', label: 'Move', icon: FolderInput },
  { kind: 'split', label: 'Split', icon: Split },
];

/** What people decide about one theme; each edit can be undone at once, and later under Decisions. */
export function ThemeActions({ workspaceSlug, theme, themes, actions }: Props) {
  const editor = useThemeEditor(actions);
  const { id, isLocked, isExcluded } = theme;
  const mark = (name: 'lock' | 'exclude', isOn: boolean) =>
    editor.send(actions.mark, { themeIds: [id], mark: name, on: isOn ? 'no' : 'yes' });
  const LockIcon = isLocked ? LockOpen : Lock;
  return (
    <>
      {!isLocked &&
        !isExcluded &&
        QUESTIONS.map(({ kind, label, icon: Icon }) => (
          <Button key={kind} aria-haspopup="dialog" onClick={() => editor.ask({ kind, themeIds: [id] })}>
            <Icon aria-hidden />
            {label}
          </Button>
        ))}
      {!isExcluded && (
        <Button onClick={() => mark('lock', isLocked)}>
          <LockIcon aria-hidden />
          {isLocked ? 'Unlock' : 'Lock'}
        </Button>
      )}
      {!isLocked && (
        <Button
          onClick={() =>
            isExcluded ? mark('exclude', true) : editor.ask({ kind: 'exclude', themeIds: [id] })
          }
        >
          <EyeOff aria-hidden />
          {isExcluded ? 'Use again' : 'Set aside'}
        </Button>
      )}
      <EditorMessage editor={editor} />
      <ThemeQuestions workspaceSlug={workspaceSlug} editor={editor} actions={actions} themes={themes} />
    </>
  );
}
