import { expect, it } from 'vitest';
import { commandOf } from './label-keys';

const press = (key: string, more = {}) =>
  commandOf({ key, repeat: false, ctrlKey: false, metaKey: false, altKey: false, ...more });

it('labels, undoes and skips', () => {
  expect(['1', '2', '3', '0'].map((key) => press(key))).toEqual(
    ['negative', 'neutral', 'positive', 'no_opinion'].map((answer) => ({ kind: 'answer', answer })),
  );
  expect(['u', 'U', 'Backspace'].map((key) => press(key))).toEqual([1, 2, 3].map(() => ({ kind: 'undo' })));
  expect(press('s')).toEqual({ kind: 'skip' });
});

it('leaves every other key alone, and keys held down or with a modifier', () => {
  for (const key of ['4', 'Enter', ' ', 'Tab', 'Escape']) expect(press(key)).toBeNull();
  for (const more of [{ repeat: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }]) {
    expect(press('1', more)).toBeNull();
  }
});
