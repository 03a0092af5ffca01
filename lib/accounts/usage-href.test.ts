import { expect, it } from 'vitest';
import { usageHref, weekOf } from '@/lib/accounts/usage-href';

it.each([
  ['2026-11-30T00:00:00Z', '2026-11-30', '2026-12-06'],
  ['2026-11-29T23:59:59.999Z', '2026-11-23', '2026-11-29'],
  ['1969-12-31T12:00:00Z', '1969-12-29', '1970-01-04'],
])('the week of %s goes from Monday to Sunday', (at, from, to) => {
  expect(weekOf(new Date(at))).toEqual({ from, to });
});

it('names only what narrows', () => {
  expect(usageHref('acme', { accountId: 'a', from: '2026-01-05' }, 2)).toBe(
    '/w/acme/usage?account=a&from=2026-01-05&page=2',
  );
});
