import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { saveWhileTyped } from '@/lib/widget/typing';

const page = new EventTarget();

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
  vi.stubGlobal('document', page);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it('saves at a pause, when the field is left and when the page goes, and nothing twice', () => {
  const field = new EventTarget();
  const save = vi.fn();
  saveWhileTyped(field, save);
  const happen = (target: EventTarget, name: string) => target.dispatchEvent(new Event(name));
  const savesAfter = (work: () => void) => {
    save.mockClear();
    work();
    return save.mock.calls.length;
  };
  expect(savesAfter(() => happen(page, 'pagehide'))).toBe(0);
  expect(
    savesAfter(() => {
      for (let letter = 0; letter < 5; letter++) {
        happen(field, 'input');
        vi.advanceTimersByTime(300);
      }
    }),
  ).toBe(0);
  expect(savesAfter(() => vi.advanceTimersByTime(5000))).toBe(1);
  expect(savesAfter(() => happen(page, 'visibilitychange'))).toBe(0);
  happen(field, 'input');
  expect(savesAfter(() => happen(page, 'pagehide'))).toBe(1);
  happen(field, 'input');
  expect(savesAfter(() => happen(field, 'change'))).toBe(1);
  expect(savesAfter(() => vi.advanceTimersByTime(5000))).toBe(0);
});
