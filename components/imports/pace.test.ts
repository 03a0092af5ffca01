import { describe, expect, it } from 'vitest';
import type { ImportState } from '@/lib/ingest/find-import-state';
import { averagePace, computePace, sampleOf } from './pace';

const STATE: ImportState = {
  status: 'running',
  fileBytes: 10_000,
  processedBytes: 0,
  rowsRead: 0,
  rowsAdded: 0,
  rowsUnchanged: 0,
  rowsFailed: 0,
  failure: null,
  comments: 0,
  commentsRead: 0,
  responsesLeft: 0,
  accountsLeft: 0,
  secondsSoFar: null,
  isSettled: false,
};

const paceOf = (...steps: [seconds: number, state: Partial<ImportState>][]) =>
  computePace(steps.map(([seconds, state]) => sampleOf({ ...STATE, ...state }, seconds * 1000)));

describe('computePace', () => {
  it('takes rows a second from the rows, and the time left from the bytes', () => {
    expect(paceOf([0, { rowsRead: 0 }], [2, { rowsRead: 100, processedBytes: 2000 }])).toEqual({
      perSecond: 50,
      secondsLeft: 8,
    });
  });

  it('follows the comments once the file is read, without what the file took', () => {
    const read = { status: 'succeeded', rowsRead: 100, comments: 100 } as const;
    const before: [number, Partial<ImportState>] = [0, { rowsRead: 90 }];
    expect(paceOf(before, [1, read])).toBeNull();
    expect(paceOf(before, [1, read], [3, { ...read, commentsRead: 40 }])).toEqual({
      perSecond: 20,
      secondsLeft: 3,
    });
  });

  it('follows what is still to be removed by an undo', () => {
    const undoing = { status: 'undoing', rowsRead: 100 } as const;
    expect(
      paceOf(
        [0, { ...undoing, comments: 60, responsesLeft: 40 }],
        [5, { ...undoing, comments: 10, responsesLeft: 40 }],
      ),
    ).toEqual({ perSecond: 10, secondsLeft: 5 });
  });

  it('knows no time left while nothing moves', () => {
    expect(paceOf([0, {}])).toBeNull();
    expect(paceOf([0, {}], [9, {}])).toEqual({ perSecond: 0, secondsLeft: null });
  });
});

describe('averagePace', () => {
  it('is known at once where much is read already', () => {
    const half = { ...STATE, status: 'succeeded', comments: 6000, commentsRead: 3000 } as const;
    expect(averagePace({ ...half, secondsSoFar: 60 })).toEqual({ perSecond: 50, secondsLeft: 60 });
    const running = { ...STATE, rowsRead: 500, processedBytes: 2500, secondsSoFar: 10 };
    expect(averagePace(running)).toEqual({ perSecond: 50, secondsLeft: 30 });
  });

  it('is not where nothing is done, or nobody knows since when', () => {
    expect(averagePace({ ...STATE, secondsSoFar: 60 })).toBeNull();
    expect(averagePace({ ...STATE, status: 'undoing', comments: 5 })).toBeNull();
    expect(averagePace({ ...STATE, rowsRead: 5, processedBytes: 50, secondsSoFar: 0.2 })).toBeNull();
  });
});
