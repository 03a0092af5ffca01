import type { ImportState } from '@/lib/ingest/find-import-state';
import { runningStatuses } from '@/lib/ingest/schema';

/** A rate over less would jump. */
const SHORTEST_MS = 1000;

/** How fast an import goes, and how long it takes at that speed. */
export interface Pace {
  perSecond: number;
  secondsLeft: number | null;
}

/** How far the work at hand was at a moment. */
export interface Sample {
  atMs: number;
  work: string;
  /** Rows, comments or answers so far, from any start. */
  done: number;
  /** What is still to do, in any unit. */
  left: number;
}

/** What there is to do at this stage: removing, reading the file, or reading its comments. */
export function sampleOf(state: ImportState, atMs: number): Sample {
  const { status, comments, commentsRead, responsesLeft, accountsLeft, rowsRead, fileBytes, processedBytes } =
    state;
  if (status === 'undoing') {
    const left = comments + responsesLeft + accountsLeft;
    return { atMs, work: status, done: -left, left };
  }
  // Rows of a file are only known at its end, so what is left is measured in bytes.
  return runningStatuses.includes(status)
    ? { atMs, work: 'rows', done: rowsRead, left: fileBytes - processedBytes }
    : { atMs, work: 'comments', done: commentsRead, left: comments - commentsRead };
}

/** Since the beginning of the work at hand: what there is to say before anybody has watched it; null where nothing is done yet. */
export function averagePace(state: ImportState): Pace | null {
  const { secondsSoFar, status, processedBytes } = state;
  const { done, left } = sampleOf(state, 0);
  if (secondsSoFar === null || secondsSoFar * 1000 < SHORTEST_MS || done <= 0) return null;
  const workDone = runningStatuses.includes(status) ? processedBytes : done;
  return {
    perSecond: done / secondsSoFar,
    secondsLeft: workDone > 0 ? (left * secondsSoFar) / workDone : null,
  };
}

/** Of samples in order; null while there are too few of the work at hand. */
export function computePace(samples: readonly Sample[]): Pace | null {
  const last = samples.at(-1);
  const first = samples.find(({ work }) => work === last?.work);
  if (!first || !last || last.atMs - first.atMs < SHORTEST_MS) return null;
  const seconds = (last.atMs - first.atMs) / 1000;
  const leftPerSecond = (first.left - last.left) / seconds;
  return {
    perSecond: (last.done - first.done) / seconds,
    secondsLeft: leftPerSecond > 0 ? Math.max(0, last.left) / leftPerSecond : null,
  };
}
