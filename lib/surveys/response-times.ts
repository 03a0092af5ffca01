/** A response that was begun may be finished within this time of its last save: a tab may stay open for weeks. */
export const FINISH_WITHIN_MS = 30 * 24 * 3600_000;
/** Who was shown a survey answers it within this time: what they have before them then is one response, in whichever tab. */
export const ANSWER_WITHIN_MS = 24 * 3600_000;
/** A finished one may be changed within this time. */
export const EDIT_WITHIN_MS = 3600_000;

/** When an answer was given and what is known of it. */
interface Given {
  /** As the browser says, by its own clock; null where it arrives as it is given. */
  waitedMs: number | null;
  /** What cannot have been later by our own clock: the showing, the last save. */
  notBefore: readonly (Date | null | undefined)[];
}

/**
 * When an answer was given that may have waited in a browser without a network. The browser says only for how long, so its
 * clock need not be right; one that was set meanwhile cannot lead before what we know, nor after now.
 */
export function whenGiven({ waitedMs, notBefore }: Given, now: Date): Date {
  const earliest = Math.max(
    now.getTime() - FINISH_WITHIN_MS,
    ...notBefore.flatMap((date) => (date ? [date.getTime()] : [])),
  );
  return new Date(Math.min(now.getTime(), Math.max(earliest, now.getTime() - Math.max(0, waitedMs ?? 0))));
}
