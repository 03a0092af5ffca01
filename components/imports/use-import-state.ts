'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState, useTransition } from 'react';
import type { ImportState } from '@/lib/ingest/find-import-state';
import { averagePace, computePace, type Pace, type Sample, sampleOf } from './pace';

const POLL_MS = 1000;
/** Of the time, an answer may take this share: what a huge import is asked for takes seconds, and is asked more seldom. */
const SHARE_ASKED = 0.2;
/** Rates are taken over this many answers: steady enough to read, quick enough to follow. */
const WINDOW = 10;

/**
 * The numbers of an import, asked for every second or so until the page itself shows the end of it. The page is redrawn at each
 * change of state, and asked again while it is behind: a redrawing may be lost to another that was under way.
 */
export function useImportState(initial: ImportState, url: string): { state: ImportState; pace: Pace | null } {
  const router = useRouter();
  const [state, setState] = useState(initial);
  const [pace, setPace] = useState(() => averagePace(initial));
  const samples = useRef<Sample[]>([]);
  const [isRedrawing, startRedrawing] = useTransition();
  const mayRedraw = useRef(true);
  useEffect(() => {
    mayRedraw.current = !isRedrawing;
  }, [isRedrawing]);

  useEffect(() => {
    setState(initial);
    // How fast the file was read says nothing about its comments.
    if (samples.current.at(-1)?.work !== sampleOf(initial, 0).work) setPace(averagePace(initial));
    if (initial.isSettled) return;
    let timer: ReturnType<typeof setTimeout>;
    let isGone = false;
    const ask = async () => {
      // A tab in the background asks nothing; a failed answer is followed by the next.
      if (document.hidden) return;
      const answer = await fetch(url).catch(() => null);
      if (!answer?.ok || isGone) return;
      const next = (await answer.json()) as ImportState;
      setState(next);
      samples.current = [...samples.current, sampleOf(next, performance.now())].slice(-WINDOW);
      const watched = computePace(samples.current);
      // Batches may be longer apart than the samples go back.
      setPace(watched && watched.perSecond > 0 ? watched : averagePace(next));
      const isBehind = next.status !== initial.status || next.isSettled;
      if (isBehind && mayRedraw.current) startRedrawing(() => router.refresh());
    };
    const askAgain = (tookMs: number) => {
      timer = setTimeout(
        async () => {
          const beganMs = performance.now();
          await ask();
          if (!isGone) askAgain(performance.now() - beganMs);
        },
        Math.max(POLL_MS, tookMs / SHARE_ASKED),
      );
    };
    askAgain(0);
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [initial, url, router]);

  return { state, pace };
}
