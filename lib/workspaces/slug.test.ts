import { expect, it } from 'vitest';
import { slugOf } from '@/lib/workspaces/slug';

it.each([
  ['Acme', 'acme'],
  ['Büro & Söhne GmbH', 'buro-sohne-gmbh'],
  ['  -- A --  ', 'a'],
  ['株式会社', 'workspace'],
  [`${'a'.repeat(39)} b`, 'a'.repeat(39)],
])('makes %j into %j', (name, slug) => {
  expect(slugOf(name)).toBe(slug);
});
