import { flush } from './deliver';
import { remember } from './memory';
import { DAY_MS, SNOOZE_DAYS } from './targeting';

/** Keeps a person's wish not to be asked: in this browser, and on the server for a known person. */
export function refuse(token: string | null | undefined, how: 'later' | 'never'): void {
  remember((memory) => {
    const never = how === 'never';
    memory.never ||= never;
    memory.snoozedUntil = Date.now() + SNOOZE_DAYS * DAY_MS;
    // Of somebody not known yet it waits until they are.
    memory.wish = { token, never };
  });
  flush();
}
