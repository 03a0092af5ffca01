'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useRef, useState } from 'react';
import type { ImportState } from '@/lib/ingest/find-import-state';

const POLL_MS = 1000;
/** Rates are taken over this many polls: steady enough to read, quick enough to follow. */
const WINDOW = 10;

export interface Pace {
  rowsPerSecond: number;
  secondsLeft: number | null;
}

interface Sample {
  atMs: number;
  rows: number;
  bytes: number;
}

/**
 * The numbers of an import, asked for every second until the page itself shows the end of it. The page is redrawn at each
 * change of state, and asked again while it is behind: a redrawing may be lost to another that was under way.
 */
export function useImportState(initial: ImportState, url: string): { state: ImportState; pace: Pace | null } {
  const router = useRouter();
  const [state, setState] = useState(initial);
  const [pace, setPace] = useState<Pace | null>(null);
  const samples = useRef<Sample[]>([]);

  useEffect(() => {
    setState(initial);
    if (initial.isSettled) return;
    const poll = async () => {
      // A tab in the background asks nothing; a failed answer is followed by the next.
      if (document.hidden) return;
      const answer = await fetch(url).catch(() => null);
      if (!answer?.ok) return;
      const next = (await answer.json()) as ImportState;
      setState(next);
      samples.current = [...samples.current, sampleOf(next)].slice(-WINDOW);
      setPace(computePace(samples.current, next.fileBytes));
      if (next.status !== initial.status || next.isSettled) router.refresh();
    };
    const timer = setInterval(() => void poll(), POLL_MS);
    return () => clearInterval(timer);
  }, [initial, url, router]);

  return { state, pace };
}

const sampleOf = ({ rowsRead, processedBytes }: ImportState): Sample => ({
  atMs: performance.now(),
  rows: rowsRead,
  bytes: processedBytes,
});

function computePace(samples: Sample[], fileBytes: number): Pace | null {
  const [first, last] = [samples[0], samples.at(-1)];
  if (!first || !last || last.atMs - first.atMs < POLL_MS) return null;
  const seconds = (last.atMs - first.atMs) / 1000;
  const bytesPerSecond = (last.bytes - first.bytes) / seconds;
  return {
    rowsPerSecond: (last.rows - first.rows) / seconds,
    secondsLeft: bytesPerSecond > 0 ? Math.max(0, fileBytes - last.bytes) / bytesPerSecond : null,
  };
}
