import { expect, test } from 'vitest';
import { commandOf } from './tree-keys';

const press = (key: string, more = {}) => ({ key, ctrlKey: false, metaKey: false, altKey: false, ...more });

test('a key is a command, in either case', () => {
  expect(commandOf(press('m'), true)).toBe('merge');
  expect(commandOf(press('M'), true)).toBe('merge');
  expect(commandOf(press('ArrowDown'), true)).toBe('next');
  expect(commandOf(press('q'), true)).toBeNull();
});

test('a key with a modifier belongs to the browser', () => {
  expect(commandOf(press('r', { ctrlKey: true }), true)).toBeNull();
  expect(commandOf(press('l', { metaKey: true }), true)).toBeNull();
});

test('who may not edit can still go about', () => {
  expect(commandOf(press('ArrowDown'), false)).toBe('next');
  expect(commandOf(press('m'), false)).toBeNull();
  expect(commandOf(press('u'), false)).toBeNull();
});
