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

/** An edit that can be taken back, and what it was. */
export type Act = { batchId: string; words: string };

/**
 * Edits by the keyboard, dialogs and undo of the theme tree.
 * @param acts what the person did of late, the newest first, as the server knows it: it is known after a reload too
 */
export function useThemeEditor(actions: ThemeActionsOf | null, acts: readonly Act[] = []) {
  const [question, ask] = useState<Question | null>(null);
  const [said, say] = useState<Said | null>(null);
  // Until the server's list is here without them: two quick presses undo two edits.
  const [undone, setUndone] = useState<readonly string[]>([]);
  const [isBusy, start] = useTransition();
  const next = acts.find(({ batchId }) => !undone.includes(batchId)) ?? null;

  /** Says that an edit was saved. */
  function done(message: string | undefined, batchId: string | null) {
    say({ tone: 'positive', message: message ?? 'Saved.', batchId });
  }

  async function submit(action: FormAction<Edited>, fields: Record<string, string | string[]>) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
      for (const each of [value].flat()) form.append(name, each);
    }
    const state = await action(idle, form);
    const isDone = state.status === 'done';
    if (isDone) done(state.message, state.data?.batchId ?? null);
    else say({ tone: 'negative', message: state.message ?? 'It was not saved.', batchId: null });
    return isDone;
  }

  function send(action: FormAction<Edited>, fields: Record<string, string | string[]>) {
    start(async () => {
      await submit(action, fields);
    });
  }

  /** Takes an edit back: the one named, else the last one. */
  function undo(batchId = next?.batchId) {
    if (!actions || !batchId) {
      say({
        tone: 'negative',
        message: 'You have edited nothing of late. All edits, yours and others’, are undone under Decisions.',
        batchId: null,
      });
      return;
    }
    const words = acts.find((act) => act.batchId === batchId)?.words;
    setUndone((before) => [...before, batchId]);
    start(async () => {
      if (!(await submit(actions.undo, { batchId }))) {
        setUndone((before) => before.filter((each) => each !== batchId));
      } else if (words) done(`Undone: ${words}.`, null);
    });
  }

  return { question, ask, said, isBusy, done, send, undo, next };
}

export type ThemeEditor = ReturnType<typeof useThemeEditor>;
