import { setTimeout as wait } from 'node:timers/promises';

const LOOK_MS = 200;

/** Runs of a kind that share this process's processor, each with how much is left of it. */
export class ShortestFirst {
  private readonly left = new Map<symbol, number>();

  /**
   * Has a run come before all that have more left. Side by side each would take as long as all of them: an edit of a few thousand
   * comments beside one of a hundred thousand is done first, and the long one is the later by seconds.
   * @param work is given what a run asks before each step, with what is left of it: its turn
   */
  async run<Result>(
    work: (turn: (left: number, signal?: AbortSignal) => Promise<void>) => Promise<Result>,
  ): Promise<Result> {
    const own = Symbol('run');
    try {
      return await work(async (left, signal) => {
        this.left.set(own, left);
        while ([...this.left].some(([other, its]) => other !== own && its < left)) {
          await wait(LOOK_MS, undefined, { signal });
        }
      });
    } finally {
      this.left.delete(own);
    }
  }
}
