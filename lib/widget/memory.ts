import type { Answers } from './definition';

/** A save on its way to the server; of each response the latest is enough. */
export interface Delivery {
  survey: string;
  responseId: string;
  revision: number;
  answers: Answers;
  isDone: boolean;
  elapsedMs: number;
  channel: string;
  language: string;
  token?: string | undefined;
  /** Values of hidden fields, as the page gave them. */
  fields?: Record<string, string | number | boolean> | undefined;
  /** To be solved before it is sent. */
  challenge?: string | undefined;
}

/** What this browser remembers, so that nobody is asked twice and no answer is lost. No cookie: it is never sent by itself. */
export interface Memory {
  /** When a survey asked here last, whichever it was. */
  askedAt: number;
  /** When each survey was finished here. */
  doneAt: Record<string, number>;
  never: boolean;
  snoozedUntil: number;
  /** From 0, below 100, by survey: whether this browser is among the share that is asked. */
  lots: Record<string, number>;
  /** Begun and not finished. */
  begun: Record<string, { responseId: string; revision: number; answers: Answers; at: number }>;
  queue: Record<string, Delivery>;
  /** Events that happened here and that a rule of some survey is about. */
  events: Record<string, unknown>;
}

const KEY = 'verbatim';
let kept: Memory | undefined;

function blank(): Memory {
  return {
    askedAt: 0,
    doneAt: {},
    never: false,
    snoozedUntil: 0,
    lots: {},
    begun: {},
    queue: {},
    events: {},
  };
}

/** What is remembered now, by every tab; by this page alone where the browser withholds its storage. */
export function recall(): Memory {
  try {
    const stored = localStorage.getItem(KEY);
    return stored ? { ...blank(), ...JSON.parse(stored) } : (kept ?? blank());
  } catch {
    kept ??= blank();
    return kept;
  }
}

/** Changes what is remembered. */
export function remember(change: (memory: Memory) => void): void {
  const memory = recall();
  change(memory);
  kept = memory;
  try {
    localStorage.setItem(KEY, JSON.stringify(memory));
  } catch {
    // Blocked or full: the page remembers by itself.
  }
}

/** Forgets the person, not what is still on its way. */
export function forget(): void {
  const { queue } = recall();
  remember((memory) => Object.assign(memory, blank(), { queue }));
}
