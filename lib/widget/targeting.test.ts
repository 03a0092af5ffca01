import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { Memory } from '@/lib/widget/memory';
import type { SiteSurvey } from '@/lib/widget/site-survey';
import { mayAskNow } from '@/lib/widget/targeting';

const DAY_MS = 86_400_000;
const now = 1000 * DAY_MS;
const memory: Memory = {
  askedAt: 0,
  claimedAt: 0,
  claims: {},
  doneAt: {},
  never: false,
  snoozedUntil: 0,
  lots: { s: 50 },
  begun: {},
  revision: 0,
  queue: {},
  events: {},
};
const survey = { key: 's', coolDownDays: 30 } as SiteSurvey;

beforeAll(() => vi.useFakeTimers({ now }));
afterAll(() => vi.useRealTimers());

const ask = (changes: Partial<SiteSurvey>, isKnown = false) =>
  mayAskNow({ ...survey, ...changes }, memory, isKnown);
const remembering = (changes: Partial<Memory>) => mayAskNow(survey, { ...memory, ...changes }, false);

it('asks where nothing stands against it', () => {
  expect(ask({})).toBe(true);
});

it('keeps the days of peace, whichever survey asked', () => {
  expect(remembering({ askedAt: now - 29 * DAY_MS })).toBe(false);
  expect(remembering({ askedAt: now - 31 * DAY_MS })).toBe(true);
  expect(remembering({ doneAt: { s: now - 29 * DAY_MS } })).toBe(false);
  // One that stands in a page is answered without having asked anybody.
  expect(remembering({ doneAt: { other: now - 29 * DAY_MS } })).toBe(false);
  expect(remembering({ doneAt: { s: now - 31 * DAY_MS, other: now - 31 * DAY_MS } })).toBe(true);
});

it('waits for another tab that is finding out whether it may ask, but not for one that was closed over it', () => {
  expect(remembering({ claimedAt: now - 1000 })).toBe(false);
  expect(remembering({ claimedAt: now - 6000 })).toBe(true);
});

it('honours not now and never', () => {
  expect(remembering({ snoozedUntil: now + 1 })).toBe(false);
  expect(remembering({ never: true })).toBe(false);
});

it('draws a lot for people it does not know, and leaves it to the server for others', () => {
  expect([ask({ percentage: 50 }), ask({ percentage: 51 })]).toEqual([false, true]);
  expect(ask({ percentage: 1 }, true)).toBe(true);
});
