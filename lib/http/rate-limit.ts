import { ExpectedError } from '@/lib/core/errors';

const WINDOW_MS = 60_000;
/** Subjects of a generation; at most two generations are kept. */
const GENERATION = 10_000;

interface Window {
  startedMs: number;
  count: number;
}

/**
 * Counts by subject in the minute that began at `startedMs`. In memory: one web process answers for one installation. The
 * oldest go by whole generations, for a map that loses its first entry time and again walks over all it lost before.
 */
let younger = new Map<string, Window>();
let older = new Map<string, Window>();

/** A subject has had its requests; the next is heard after this time. */
export class TooManyRequests extends ExpectedError {
  constructor(readonly retryAfterSeconds: number) {
    super('too_many', 'Too many requests from here. Try again in a minute.');
  }
}

/**
 * Counts one request of a subject.
 * @throws TooManyRequests once it has had `perMinute` of them within a minute.
 */
export function limitRate(subject: string, perMinute: number, nowMs: number = Date.now()): void {
  const open = younger.get(subject) ?? older.get(subject);
  if (open && nowMs - open.startedMs < WINDOW_MS) {
    open.count++;
    if (open.count <= perMinute) return;
    throw new TooManyRequests(Math.ceil((open.startedMs + WINDOW_MS - nowMs) / 1000));
  }
  if (younger.size >= GENERATION) {
    older = younger;
    younger = new Map();
  }
  younger.set(subject, { startedMs: nowMs, count: 1 });
}
