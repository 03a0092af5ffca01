import { expect, test } from 'vitest';
import { commandOf } from './review-keys';

const press = (key: string, more = {}) => ({
  key,
  repeat: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...more,
});

test('a key answers once, in either case, and never with a modifier', () => {
  expect(commandOf(press('y'))).toBe('yes');
  expect(commandOf(press('C'))).toBe('other');
  expect(commandOf(press('y', { repeat: true }))).toBeNull();
  expect(commandOf(press('n', { ctrlKey: true }))).toBeNull();
  expect(commandOf(press('q'))).toBeNull();
});
