'use client';

import { useState, useTransition } from 'react';
import type { FormAction } from '@/components/workspaces/action-form';
import { idle } from '@/lib/http/action-state';
import type { Edited } from '@/lib/themes/schema';

export interface ThemeActionsOf {
  rename: FormAction<Edited>;
  merge: FormAction<Edited>;
  move: FormAction<Edited>;
  split: FormAction<Edited>;
  mark: FormAction<Edited>;
  undo: FormAction<Edited>;
}

/** What a dialog asks about, or nothing. */
export type Question = {
  kind: 'merge' | 'move' | 'rename' | 'split' | 'exclude';
  themeIds: string[];
  /** Chosen by dropping on it. */
  targetId?: string;
};

/** What an edit came to, said on the page; `batchId` undoes it. */
export interface Said {
  tone: 'positive' | 'negative';
  message: string;
  batchId: string | null;
}

/** Edits by the keyboard, dialogs and undo of the theme tree. */
export function useThemeEditor(actions: ThemeActionsOf | null) {
  const [question, ask] = useState<Question | null>(null);
  const [said, say] = useState<Said | null>(null);
  const [acts, setActs] = useState<string[]>([]);
  const [isBusy, start] = useTransition();

  /** Takes note of an edit that was saved. */
  function done(message: string | undefined, batchId: string | null) {
    if (batchId) setActs((before) => [...before, batchId]);
    say({ tone: 'positive', message: message ?? 'Saved.', batchId });
  }

  function send(action: FormAction<Edited>, fields: Record<string, string | string[]>) {
    start(async () => {
      const form = new FormData();
      for (const [name, value] of Object.entries(fields)) {
        for (const each of [value].flat()) form.append(name, each);
      }
      const state = await action(idle, form);
      if (state.status === 'done') done(state.message, state.data?.batchId ?? null);
      else say({ tone: 'negative', message: state.message ?? 'It was not saved.', batchId: null });
    });
  }

  function undo(batchId = acts.at(-1)) {
    if (!actions || !batchId) {
      say({
        tone: 'negative',
        message: 'There is nothing to undo here. See “What was decided”.',
        batchId: null,
      });
      return;
    }
    setActs((before) => before.filter((each) => each !== batchId));
    send(actions.undo, { batchId });
  }

  return { question, ask, said, isBusy, done, send, undo };
}

export type ThemeEditor = ReturnType<typeof useThemeEditor>;
