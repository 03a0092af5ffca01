'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import type { FormAction } from '@/components/workspaces/action-form';
import type { UnsureAssignment } from '@/lib/annotations/review-queue';
import { idle } from '@/lib/http/action-state';

export type Answer = { answer: 'yes' | 'no'; insteadId?: string };

/** More are asked for when so few are left. */
const FEW = 5;

const keyOf = ({ spanId, themeId }: UnsureAssignment) => `${spanId} ${themeId}`;

interface Desk {
  unsure: UnsureAssignment[];
  total: number;
  answer: FormAction;
  takeBack: FormAction;
}

/** The state of the review desk: each answer is shown at once, saved at once, and comes back when it could not be saved. */
export function useReviewDesk({ unsure, total, answer, takeBack }: Desk) {
  const router = useRouter();
  const [answered, setAnswered] = useState<{ item: UnsureAssignment; given: Answer }[]>([]);
  const [skipped, setSkipped] = useState<ReadonlySet<string>>(new Set());
  const [saving, setSaving] = useState(0);
  const [problem, setProblem] = useState<string | null>(null);
  const [, startFetching] = useTransition();
  // One after another: an undo comes after the answer that it takes back, however quick the keys.
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const done = new Set(answered.map(({ item }) => keyOf(item)));
  const open = unsure.filter((item) => !done.has(keyOf(item)));
  const waiting = [
    ...open.filter((item) => !skipped.has(keyOf(item))),
    ...open.filter((item) => skipped.has(keyOf(item))),
  ];
  const [current] = waiting;
  const left = Math.max(0, total - unsure.filter((item) => done.has(keyOf(item))).length);
  // Asked between two savings, so that the answer knows of every one.
  const needsMore = saving === 0 && waiting.length < FEW && left > waiting.length;
  useEffect(() => {
    if (needsMore) startFetching(() => router.refresh());
  }, [needsMore, router]);

  async function send(action: FormAction, item: UnsureAssignment, given: Answer): Promise<boolean> {
    setSaving((count) => count + 1);
    setProblem(null);
    const form = new FormData();
    const { feedbackId, spanId, themeId, confidence } = item;
    for (const [name, value] of Object.entries({
      ...{ feedbackId, spanId, themeId, confidence: String(confidence) },
      ...given,
    })) {
      form.set(name, value);
    }
    const turn = line.current.then(() => action(idle, form).catch(() => null));
    line.current = turn;
    const state = await turn;
    setSaving((count) => count - 1);
    if (state?.status === 'done') return true;
    setProblem(state?.message ?? 'It was not saved: the server could not be reached. Try again.');
    return false;
  }

  async function give(given: Answer) {
    if (!current) return;
    const item = current;
    setAnswered((before) => [...before, { item, given }]);
    if (await send(answer, item, given)) return;
    setAnswered((before) => before.filter((each) => each.item !== item));
  }

  async function undo() {
    const last = answered.at(-1);
    if (!last) return;
    if (await send(takeBack, last.item, last.given)) {
      setAnswered((before) => before.filter((each) => each !== last));
      router.refresh();
    }
  }

  const skip = () => current && setSkipped((before) => new Set([...before, keyOf(current)]));
  return { current, left, answered: answered.length, problem, isSaving: saving > 0, give, undo, skip };
}
