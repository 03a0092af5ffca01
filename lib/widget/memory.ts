import type { Answers } from './definition';

/** What is on its way to the server of a response: the answers that it has not acknowledged, all together. */
export interface Delivery {
  survey: string;
  /** Number of the version that was seen. */
  version: number;
  responseId: string;
  revision: number;
  answers: Answers;
  isDone: boolean;
  elapsedMs: number;
  /** When it was saved, by the browser's clock. */
  at: number;
  channel: string;
  language: string;
  token?: string | null | undefined;
  /** Values of hidden fields, as the page gave them. */
  fields?: Record<string, string | number | boolean> | undefined;
  /** To be solved before it is sent. */
  challenge?: string | undefined;
}

/** What this browser remembers, so that nobody is asked twice and no answer is lost. No cookie: it is never sent by itself. */
export interface Memory {
  /** When a survey asked here last, whichever it was. */
  askedAt?: number;
  /** When some tab began to find out whether it may ask by itself; absent once it knows. */
  claimedAt?: number;
  /** The response that each survey was shown for last: tabs that show it at once ask for one. */
  claims: Record<string, [responseId: string, at: number]>;
  /** When each survey was finished here. */
  doneAt: Record<string, number>;
  never?: boolean;
  snoozedUntil?: number;
  /** From 0, below 100, by survey: whether this browser is among the share that is asked. */
  lots: Record<string, number>;
  /** Begun and not finished. */
  begun: Record<string, { responseId: string; answers: Answers; at: number }>;
  /** Of the save that was made last: each has a higher one, in whichever tab. */
  revision: number;
  queue: Record<string, Delivery>;
  /** What a person said about being asked, until they are known and the server has it for their other devices. */
  wish?: { token?: string | null | undefined; never: boolean };
  /** Events that happened here and that a rule of some survey is about. */
  events: Record<string, unknown>;
}

let read: () => Partial<Memory>;
/** What the storage did not take. */
let kept: Memory | undefined;

/** Begins to remember. @param stored reads what the storage has */
export function startRemembering(stored: typeof read): void {
  read = stored;
}

/** What is remembered now, by every tab; by this page alone where the browser withholds its storage, or it is full. */
export function recall(): Memory {
  return (
    kept ?? { claims: {}, doneAt: {}, lots: {}, begun: {}, revision: 0, queue: {}, events: {}, ...read() }
  );
}

/** Changes what is remembered. */
export function remember(change: (memory: Memory) => void): void {
  const memory = recall();
  change(memory);
  kept = memory;
  try {
    localStorage.setItem('verbatim', JSON.stringify(memory));
    kept = undefined;
  } catch {
    // Blocked or full: the page remembers by itself.
  }
}

/** Forgets the person: not what is still on its way, nor that somebody here was asked or does not want to be. */
export function forget(): void {
  remember((memory) =>
    Object.assign(memory, { begun: {}, claimedAt: 0, claims: {}, doneAt: {}, events: {} }),
  );
}

/** A random UUID. Every browser ends such an address with one, also on pages without https, where `crypto.randomUUID` is not. */
export function newId(): string {
  return URL.createObjectURL(new Blob()).slice(-36);
}
