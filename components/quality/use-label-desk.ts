'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useReducer, useState, useTransition } from 'react';
import type { FormAction } from '@/components/workspaces/action-form';
import { idle } from '@/lib/http/action-state';
import type { EngineGuess } from '@/lib/quality/label-item';
import type { Answer } from '@/lib/quality/schema';
import type { DeskCommand } from './label-keys';
import { type DeskStatement, moveQueue } from './label-queue';

/** More are asked for when so few are left. */
const FEW = 8;

export interface DeskProps {
  /** The next statements without a label of this person. */
  statements: DeskStatement[];
  /** Those labelled latest in earlier visits, the last one last. */
  latest: { statement: DeskStatement; answer: Answer }[];
  labelled: number;
  size: number;
  label: FormAction<EngineGuess>;
  takeBack: FormAction;
}

/** What the person and the engine said of the statement before; the engine's word comes once the label is saved. */
export interface Verdict {
  itemId: string;
  answer: Answer;
  guess: EngineGuess | null;
}

/** The state of the desk: each label is shown at once, saved at once, and comes back when it could not be saved. */
export function useLabelDesk({ statements, latest, labelled, size, label, takeBack }: DeskProps) {
  const router = useRouter();
  const [queue, move] = useReducer(moveQueue, {
    waiting: statements,
    labelled: latest,
    count: labelled,
  });
  const [verdict, setVerdict] = useState<Verdict | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [saving, setSaving] = useState(0);
  const [current] = queue.waiting;
  const [isFetching, startFetching] = useTransition();
  // Asked between two savings, so that the answer knows of every label.
  const needsMore = saving === 0 && queue.waiting.length < FEW && queue.count + queue.waiting.length < size;

  useEffect(() => move({ kind: 'arrived', statements }), [statements]);
  useEffect(() => {
    if (needsMore) startFetching(() => router.refresh());
  }, [needsMore, router]);

  // Labels on their way would be lost with the page.
  useEffect(() => {
    if (saving === 0) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [saving]);

  async function save<Data>(action: FormAction<Data>, values: Record<string, string>) {
    setSaving((count) => count + 1);
    const state = await send(action, values);
    setSaving((count) => count - 1);
    return state;
  }

  async function answerCurrent(answer: Answer) {
    if (!current) return;
    move({ kind: 'answered', answer });
    setVerdict({ itemId: current.itemId, answer, guess: null });
    setProblem(null);
    const saved = await save(label, { itemId: current.itemId, answer });
    if (saved.status === 'done') {
      const guess = saved.data ?? null;
      setVerdict((shown) => (shown?.itemId === current.itemId ? { ...shown, guess } : shown));
    } else {
      move({ kind: 'refused', itemId: current.itemId });
      setVerdict(null);
      setProblem(saved.message ?? 'This label could not be saved.');
    }
  }

  async function undo() {
    const latest = queue.labelled.at(-1);
    if (!latest) return;
    move({ kind: 'undone' });
    setVerdict(null);
    setProblem(null);
    const undone = await save(takeBack, { itemId: latest.statement.itemId });
    if (undone.status !== 'done') setProblem(undone.message ?? 'The label could not be taken back.');
  }

  function obey(command: DeskCommand) {
    if (command.kind === 'answer') void answerCurrent(command.answer);
    else if (command.kind === 'undo') void undo();
    else move({ kind: 'skipped' });
  }

  return { current, queue, verdict, problem, isSaving: saving > 0, isFetching, obey };
}

/** Calls a server action outside of a form; without a connection it fails with words. */
async function send<Data>(action: FormAction<Data>, values: Record<string, string>) {
  const form = new FormData();
  for (const [name, value] of Object.entries(values)) form.set(name, value);
  try {
    return await action(idle, form);
  } catch {
    return { ...idle, status: 'failed' as const, message: 'No connection: this was not saved. Try again.' };
  }
}
