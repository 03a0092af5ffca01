import { expect, test } from 'vitest';
import { findWhole } from './find-whole';

const [login, sso, billing] = [
  { id: 'login', parentId: null },
  { id: 'sso', parentId: 'login' },
  { id: 'billing', parentId: null },
] as const;
const themes = [login, sso, billing];

test('a theme with sub-themes can stand under no other, unless they move with it', () => {
  expect(findWhole(themes, [login])).toBe(login);
  expect(findWhole(themes, [billing, login])).toBe(login);
  expect(findWhole(themes, [login, sso])).toBeUndefined();
  expect(findWhole(themes, [sso, billing])).toBeUndefined();
});
