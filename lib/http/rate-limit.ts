import { ExpectedError } from '@/lib/core/errors';

const WINDOW_MS = 60_000;
/** Windows kept at most; beyond, the oldest go. */
const MOST_SUBJECTS = 20_000;

/** Counts by subject in the minute that began at `startedMs`. In memory: one web process answers for one installation. */
const windows = new Map<string, { startedMs: number; count: number }>();

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
  const open = windows.get(subject);
  if (open && nowMs - open.startedMs < WINDOW_MS) {
    open.count++;
    if (open.count <= perMinute) return;
    throw new TooManyRequests(Math.ceil((open.startedMs + WINDOW_MS - nowMs) / 1000));
  }
  windows.delete(subject);
  windows.set(subject, { startedMs: nowMs, count: 1 });
  if (windows.size <= MOST_SUBJECTS) return;
  for (const oldest of windows.keys()) {
    windows.delete(oldest);
    break;
  }
}
